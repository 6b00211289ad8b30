package tenure.query.funnel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Funnel.FunnelStep;
import tenure.query.funnel.Journey.Judged;
import tenure.query.funnel.Journey.Outcome;

/** Counts judged journeys into the bars of a funnel. */
final class FunnelCount {

    private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

    private final FunnelDefinition definition;
    private final List<Counted> journeys;

    /** A journey with its judgement, made once. */
    private record Counted(Instant enteredAt, List<Judged> steps) {}

    FunnelCount(FunnelDefinition definition, Collection<Journey> journeys) {
        this.definition = definition;
        this.journeys = journeys.stream()
                .map(journey -> new Counted(journey.enteredAt(), journey.steps()))
                .toList();
    }

    int entered() {
        return journeys.size();
    }

    /** The entry and the steps. */
    List<FunnelStep> steps() {
        var steps = new ArrayList<FunnelStep>();
        var entered = entered();
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
            var reached = count(i, Outcome.REACHED);
            steps.add(new FunnelStep(
                    i + 1,
                    step.name(),
                    step.rule(),
                    reached,
                    count(i, Outcome.OPEN),
                    count(i, Outcome.MISSED),
                    share(reached, entered),
                    share(reached, steps.get(i).reached()),
                    medianDays(i)));
        }
        return steps;
    }

    private int count(int step, Outcome outcome) {
        return (int) journeys.stream()
                .filter(journey -> journey.steps().size() > step
                        && journey.steps().get(step).outcome() == outcome)
                .count();
    }

    private @Nullable Double medianDays(int step) {
        var seconds = new ArrayList<Long>();
        for (var journey : journeys) {
            if (journey.steps().size() > step) {
                var doneAt = journey.steps().get(step).doneAt();
                if (doneAt != null) {
                    seconds.add(Duration.between(journey.enteredAt(), doneAt).toSeconds());
                }
            }
        }
        if (seconds.isEmpty()) {
            return null;
        }
        seconds.sort(null);
        var upper = seconds.get(seconds.size() / 2);
        var lower = seconds.get((seconds.size() - 1) / 2);
        return (lower + upper) / 2.0 / SECONDS_PER_DAY;
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    /** The day of a moment, in UTC. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, java.time.ZoneOffset.UTC);
    }
}
