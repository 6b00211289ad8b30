package tenure.domain.onboarding;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** Names an onboarding; chosen by the client. One that begins with a sale has the id of the license. */
@Limits(pattern = Checked.ID_PATTERN)
public record OnboardingId(String value) {
    /** Checks the value. */
    public OnboardingId {
        Checked.id(value);
    }

    /** The stream of its events. */
    @Override
    public String toString() {
        return "onboarding/" + value;
    }
}
