package tenure.domain.license;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** An amount of money in the smallest unit of its currency. With the most seats it still fits a {@code long}. */
@Limits(max = 100_000_000_000L)
public record MinorUnits(long value) {
    /** Checks the value. */
    public MinorUnits {
        Checked.range(value, 0, 100_000_000_000L);
    }
}
