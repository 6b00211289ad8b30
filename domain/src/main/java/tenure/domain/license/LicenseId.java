package tenure.domain.license;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** Names a license; chosen by the client. */
@Limits(pattern = Checked.ID_PATTERN)
public record LicenseId(String value) {
    /** Checks the value. */
    public LicenseId {
        Checked.id(value);
    }

    /** The stream of its events. */
    @Override
    public String toString() {
        return "license/" + value;
    }
}
