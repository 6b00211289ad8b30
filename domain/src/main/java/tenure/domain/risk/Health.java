package tenure.domain.risk;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** How well a customer does: 0 is worst, 100 best. */
@Limits(max = 100)
public record Health(int value) {
    /** Checks the value. */
    public Health {
        Checked.range(value, 0, 100);
    }
}
