package tenure.domain.license;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** Named users paid for. A license without seats is a cancelled one, so there is at least one. */
@Limits(min = 1, max = 10_000_000)
public record Seats(int value) {
    /** Checks the value. */
    public Seats {
        Checked.range(value, 1, 10_000_000);
    }
}
