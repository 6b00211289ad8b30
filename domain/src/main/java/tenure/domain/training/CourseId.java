package tenure.domain.training;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** Names a course; chosen by the client. */
@Limits(pattern = Checked.ID_PATTERN)
public record CourseId(String value) {
    /** Checks the value. */
    public CourseId {
        Checked.id(value);
    }

    /** The stream of its events. */
    @Override
    public String toString() {
        return "course/" + value;
    }
}
