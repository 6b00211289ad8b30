package tenure.domain.segment;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** Names a segment; chosen by the client. */
@Limits(pattern = Checked.ID_PATTERN)
public record SegmentId(String value) {
    /** Checks the value. */
    public SegmentId {
        Checked.id(value);
    }

    /** The stream of its events. */
    @Override
    public String toString() {
        return "segment/" + value;
    }
}
