package tenure.domain.risk;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.Code;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.WholeNumber;

/** Sees to it that the parts of a risk model fit together. */
final class RiskModelRules {

    /** Ten years: beyond it a number of days is a mistake. */
    private static final int MOST_DAYS = 3_650;

    private RiskModelRules() {}

    static void check(
            WholeNumber horizonDays,
            List<RiskSignal> signals,
            List<RiskCap> caps,
            List<RiskBand> bands,
            Health raiseAt,
            Health clearAt,
            WholeNumber dwellDays,
            @Nullable RiskLearned learned) {
        days("horizonDays", horizonDays, 1);
        days("dwellDays", dwellDays, 0);
        if (learned == null) {
            signals(signals);
        } else {
            refuseWhen(
                    !signals.isEmpty(), "signals", "LEARNED_OR_WEIGHTED", "A model that was learned has no weights.");
        }
        bands(bands);
        caps(caps, named(signals, learned), bands);
        refuseWhen(clearAt.value() < raiseAt.value(), "clearAt", "OUT_OF_RANGE", "Must not be less than raiseAt.");
    }

    private static void days(String component, WholeNumber days, int least) {
        refuseWhen(
                days.value() < least || days.value() > MOST_DAYS,
                component,
                "OUT_OF_RANGE",
                "Must lie between %d and %d.".formatted(least, MOST_DAYS));
    }

    private static void signals(List<RiskSignal> signals) {
        refuseWhen(signals.isEmpty(), "signals", "TOO_FEW", "A model needs at least one signal.");
        refuseWhen(
                signals.stream().map(RiskSignal::signal).distinct().count() < signals.size(),
                "signals",
                "SIGNAL_TWICE",
                "Each signal can stand in it once.");
        refuseWhen(
                signals.stream().allMatch(signal -> signal.weight().value() == 0),
                "signals",
                "NO_WEIGHT",
                "At least one weight must not be 0.");
    }

    private static void bands(List<RiskBand> bands) {
        refuseWhen(
                bands.isEmpty() || bands.getFirst().from().value() != 0,
                "bands",
                "BANDS_MUST_START_AT_0",
                "The first band must begin at 0.");
        for (int index = 1; index < bands.size(); index++) {
            refuseWhen(
                    bands.get(index).from().value()
                            <= bands.get(index - 1).from().value(),
                    "bands",
                    "BANDS_MUST_RISE",
                    "Each band must begin above the one before.");
        }
        refuseWhen(
                bands.stream().map(RiskBand::band).distinct().count() < bands.size(),
                "bands",
                "BAND_TWICE",
                "Each band needs a name of its own.");
    }

    private static Set<Code> named(List<RiskSignal> signals, @Nullable RiskLearned learned) {
        return learned == null
                ? signals.stream().map(RiskSignal::signal).collect(toSet())
                : learned.effects().stream().map(RiskEffect::signal).collect(toSet());
    }

    private static void caps(List<RiskCap> caps, Set<Code> knownSignals, List<RiskBand> bands) {
        Set<Code> knownBands = bands.stream().map(RiskBand::band).collect(toSet());
        for (RiskCap cap : caps) {
            refuseWhen(
                    !knownSignals.contains(cap.signal()),
                    "caps",
                    "UNKNOWN_SIGNAL",
                    "The model has no signal %s.".formatted(cap.signal().value()));
            refuseWhen(
                    !knownBands.contains(cap.band()),
                    "caps",
                    "UNKNOWN_BAND",
                    "The model has no band %s.".formatted(cap.band().value()));
        }
    }

    private static void refuseWhen(boolean broken, String component, String code, String detail) {
        if (broken) {
            throw new InvalidValue(component, code, detail);
        }
    }
}
