package tenure.domain.risk;

import tenure.domain.shared.Checked;
import tenure.domain.shared.Limits;

/** Names a risk model; chosen by the client. */
@Limits(pattern = Checked.ID_PATTERN)
public record RiskModelId(String value) {
    /** Checks the value. */
    public RiskModelId {
        Checked.id(value);
    }

    /** The stream of its events. */
    @Override
    public String toString() {
        return "risk-model/" + value;
    }
}
