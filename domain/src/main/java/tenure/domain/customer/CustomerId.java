package tenure.domain.customer;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** Names a customer; chosen by the client. */
@Limits(pattern = Checked.ID_PATTERN)
public record CustomerId(String value) {
    /** Checks the value. */
    public CustomerId {
        Checked.id(value);
    }

    /** The stream of its events. */
    @Override
    public String toString() {
        return "customer/" + value;
    }
}
