package tenure.domain.user;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** Names a person at a customer; chosen by the client. It is to mean nothing outside: no name and no address. */
@Limits(pattern = Checked.ID_PATTERN)
public record UserId(String value) {
    /** Checks the value. */
    public UserId {
        Checked.id(value);
    }

    /** The stream of its events. */
    @Override
    public String toString() {
        return "user/" + value;
    }
}
