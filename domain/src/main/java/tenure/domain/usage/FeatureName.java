package tenure.domain.usage;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** Names a feature, as the product that is used calls it. */
@Limits(minLength = 1, maxLength = 128)
public record FeatureName(String value) {
    /** Checks the value. */
    public FeatureName {
        Checked.line(value, 1, 128);
    }

    /** The stream of its events. */
    @Override
    public String toString() {
        return "feature/" + value;
    }
}
