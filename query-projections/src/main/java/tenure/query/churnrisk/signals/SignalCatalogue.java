package tenure.query.churnrisk.signals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.statistics.Signal;
import tenure.query.churnrisk.sweep.DayFacts;

/** All signals, in an order that stays: models, figures and columns name them by it. */
public final class SignalCatalogue {

    /** The signals. */
    public static final List<RiskSignal> SIGNALS = Stream.of(
                    OnboardingSignals.ALL,
                    EngagementSignals.ALL,
                    BreadthSignals.ALL,
                    SupportSignals.ALL,
                    ContractSignals.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        for (int number = 0; number < SIGNALS.size(); number++) {
            NUMBERS.put(SIGNALS.get(number).id(), number);
        }
    }

    private SignalCatalogue() {}

    /** How many there are. */
    public static int size() {
        return SIGNALS.size();
    }

    /** Place of a signal; less than 0 when there is none of that name. */
    public static int number(String id) {
        return NUMBERS.getOrDefault(id, -1);
    }

    /** A signal; null when there is none of that name. */
    public static @Nullable RiskSignal named(String id) {
        int number = number(id);
        return number < 0 ? null : SIGNALS.get(number);
    }

    /** What all of them say of a day, in their order. */
    public static void read(DayFacts facts, double[] into) {
        for (int number = 0; number < into.length; number++) {
            into[number] = SIGNALS.get(number).value().applyAsDouble(facts);
        }
    }

    /** Them as columns of observations. */
    public static List<Signal> columns() {
        return SIGNALS.stream()
                .map(signal -> new Signal(signal.id(), signal.direction()))
                .toList();
    }
}
