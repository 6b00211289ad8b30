package tenure.domain.funnel;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** Names a funnel; chosen by the client. */
@Limits(pattern = Checked.ID_PATTERN)
public record FunnelId(String value) {
    /** Checks the value. */
    public FunnelId {
        Checked.id(value);
    }

    /** The stream of its events. */
    @Override
    public String toString() {
        return "funnel/" + value;
    }
}
