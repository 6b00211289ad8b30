package tenure.domain.onboarding;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** Names a template of onboardings; chosen by the client. */
@Limits(pattern = Checked.ID_PATTERN)
public record TemplateId(String value) {
    /** Checks the value. */
    public TemplateId {
        Checked.id(value);
    }

    /** The stream of its events. */
    @Override
    public String toString() {
        return "onboarding-template/" + value;
    }
}
