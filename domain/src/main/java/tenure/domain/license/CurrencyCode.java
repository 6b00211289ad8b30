package tenure.domain.license;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Currency;
import java.util.Set;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Limits;

/** A currency by its ISO 4217 code. */
@Limits(pattern = "[A-Z]{3}")
public record CurrencyCode(String value) {

    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(toUnmodifiableSet());

    /** Checks the value. */
    public CurrencyCode {
        if (!KNOWN.contains(value)) {
            throw new InvalidValue("", "UNKNOWN_CURRENCY", "Use a code of ISO 4217, such as EUR or USD.");
        }
    }
}
