package tenure.domain.risk;

import tenure.domain.risk.event.RiskModelPublished;
import tenure.domain.shared.Code;
import tenure.domain.shared.Decimal;
import tenure.domain.shared.Described;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.WholeNumber;

/** One signal of a risk model, as it is asked for. */
public record RiskSignal(
        @Described("What is looked at.") Code signal,

        @Described("Its share of the health, in relation to the other weights.")
        WholeNumber weight,

        @Described("The value that counts as 0 of 100, with up to six decimals.")
        Decimal poor,

        @Described("The value that counts as 100 of 100, with up to six decimals. Less than poor where less is better.")
        Decimal good,

        @Described(value = "What is made of it when there is no data.", otherwise = "\"skip\"")
        WhenMissing whenMissing) {
    /** Checks that poor and good can be told apart: what lies between them is in proportion. */
    public RiskSignal {
        if (poor.equals(good)) {
            throw new InvalidValue("good", "SAME_AS_POOR", "Poor and good must differ.");
        }
    }

    RiskModelPublished.Signal asPublished() {
        return new RiskModelPublished.Signal(
                signal.value(), weight.value(), poor.value(), good.value(), whenMissing.toString());
    }
}
