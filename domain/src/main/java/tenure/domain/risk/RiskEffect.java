package tenure.domain.risk;

import java.util.List;
import tenure.domain.risk.event.RiskModelPublished;
import tenure.domain.shared.Code;
import tenure.domain.shared.Decimal;
import tenure.domain.shared.Described;

/** What one signal adds to the log-odds of a loss, as it is asked for. */
public record RiskEffect(
        @Described("What is looked at.") Code signal,

        @Described(
                value = "Whether it jumps at each point; otherwise it runs straight from one to the next.",
                otherwise = "false")
        boolean stepped,

        @Described("By ascending value; outside of the points it stays as it is at the nearest one.")
        List<RiskPoint> curve,

        @Described(value = "What it adds where there is no data.", otherwise = "0")
        Decimal whenMissing) {
    /** Checks that values rise. */
    public RiskEffect {
        curve = List.copyOf(curve);
        RiskPoint.mustRise(curve, "curve");
    }

    RiskModelPublished.Effect asPublished() {
        return new RiskModelPublished.Effect(
                signal.value(),
                stepped,
                curve.stream().map(RiskPoint::asPublished).toList(),
                whenMissing.value());
    }
}
