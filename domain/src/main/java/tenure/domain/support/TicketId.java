package tenure.domain.support;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** Names a support ticket; chosen by the help desk. */
@Limits(pattern = Checked.ID_PATTERN)
public record TicketId(String value) {
    /** Checks the value. */
    public TicketId {
        Checked.id(value);
    }

    /** The stream of its events. */
    @Override
    public String toString() {
        return "ticket/" + value;
    }
}
