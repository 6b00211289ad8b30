package tenure.domain.risk;

import java.util.List;
import tenure.domain.risk.event.RiskModelPublished;
import tenure.domain.shared.Decimal;
import tenure.domain.shared.Described;
import tenure.domain.shared.InvalidValue;

/** What was learned of signals, as it is asked for. */
public record RiskLearned(
        @Described("Log-odds of a loss that every customer begins with, with up to six decimals.")
        Decimal base,

        @Described("What the age of the contract in days adds; it runs straight from one point to the next.")
        List<RiskPoint> age,

        @Described("What each signal adds. Each signal once.")
        List<RiskEffect> effects) {
    /** Checks that each signal stands in it once, and that ages rise. */
    public RiskLearned {
        age = List.copyOf(age);
        effects = List.copyOf(effects);
        RiskPoint.mustRise(age, "age");
        if (effects.isEmpty()
                || effects.stream().map(RiskEffect::signal).distinct().count() < effects.size()) {
            throw new InvalidValue("effects", "SIGNAL_TWICE", "There must be a signal, and each can stand in it once.");
        }
    }

    RiskModelPublished.Learned asPublished() {
        return new RiskModelPublished.Learned(
                base.value(),
                age.stream().map(RiskPoint::asPublished).toList(),
                effects.stream().map(RiskEffect::asPublished).toList());
    }
}
