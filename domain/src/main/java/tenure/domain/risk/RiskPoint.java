package tenure.domain.risk;

import java.util.List;
import tenure.domain.risk.event.RiskModelPublished;
import tenure.domain.shared.Decimal;
import tenure.domain.shared.Described;
import tenure.domain.shared.InvalidValue;

/** A point of a curve, as it is asked for. */
public record RiskPoint(
        @Described("The value, with up to six decimals.") Decimal at,

        @Described("What is added to the log-odds there, with up to six decimals.")
        Decimal logOdds) {

    RiskModelPublished.Point asPublished() {
        return new RiskModelPublished.Point(at.value(), logOdds.value());
    }

    static void mustRise(List<RiskPoint> points, String component) {
        for (int index = 1; index < points.size(); index++) {
            if (points.get(index).at.value().compareTo(points.get(index - 1).at.value()) <= 0) {
                throw new InvalidValue(component, "MUST_RISE", "Each value must be above the one before.");
            }
        }
    }
}
