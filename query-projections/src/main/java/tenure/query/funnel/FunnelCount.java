package tenure.query.funnel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Funnel.FunnelStep;
import tenure.query.funnel.Journey.Outcome;

/** Counts judged journeys into the bars of a funnel. */
final class FunnelCount {

    private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

    private final FunnelDefinition definition;
    private final List<Bar> bars;
    private int entered;

    /** What is counted of a step. */
    private static final class Bar {
        private final EnumMap<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        private final List<Long> secondsFromEntry = new ArrayList<>();

        int count(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }
    }

    FunnelCount(FunnelDefinition definition) {
        this.definition = definition;
        this.bars = definition.steps().stream().map(step -> new Bar()).toList();
    }

    void add(Journey journey) {
        entered++;
        var steps = journey.steps();
        for (int i = 0; i < steps.size(); i++) {
            bars.get(i).outcomes.merge(steps.get(i).outcome(), 1, Integer::sum);
            var doneAt = steps.get(i).doneAt();
            if (doneAt != null) {
                bars.get(i)
                        .secondsFromEntry
                        .add(Duration.between(journey.enteredAt(), doneAt).toSeconds());
            }
        }
    }

    int entered() {
        return entered;
    }

    /** The entry and the steps. */
    List<FunnelStep> steps() {
        var steps = new ArrayList<FunnelStep>();
        steps.add(new FunnelStep(
                0,
                "Entered",
                definition.entryEvent(),
                entered,
                0,
                0,
                share(entered, entered),
                share(entered, entered),
                entered == 0 ? null : 0.0));
        for (int i = 0; i < definition.steps().size(); i++) {
            var step = definition.steps().get(i);
            var bar = bars.get(i);
            var reached = bar.count(Outcome.REACHED);
            steps.add(new FunnelStep(
                    i + 1,
                    step.name(),
                    step.rule(),
                    reached,
                    bar.count(Outcome.OPEN),
                    bar.count(Outcome.MISSED),
                    share(reached, entered),
                    share(reached, steps.get(i).reached()),
                    medianDays(bar.secondsFromEntry)));
        }
        return steps;
    }

    private static @Nullable Double medianDays(List<Long> unordered) {
        var seconds = unordered.stream().sorted().toList();
        if (seconds.isEmpty()) {
            return null;
        }
        var upper = seconds.get(seconds.size() / 2);
        var lower = seconds.get((seconds.size() - 1) / 2);
        return (lower + upper) / 2.0 / SECONDS_PER_DAY;
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    /** The day of a moment, in UTC. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
