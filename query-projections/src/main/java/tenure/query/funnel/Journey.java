package tenure.query.funnel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer's way through a funnel, judged at a moment. A pure function of the definition and of what happened.
 *
 * <p>Time from entry is elapsed time, not calendar days (definitions.md §3.1): days 0 to 14 are the first fifteen times
 * 24 hours after entry. Steps may be done in any order; a step is reached when it and all before it are done. What can
 * still be done is open, never missed, so that young customers do not look like lost ones. A customer that has churned
 * can do nothing more.
 */
final class Journey {

    /** How a step stands. */
    enum Outcome {
        REACHED,
        OPEN,
        MISSED
    }

    /**
     * Something that happened.
     *
     * @param features features that it shows; empty where it shows none
     */
    record Occurrence(String event, Instant occurredAt, List<String> features) {}

    /**
     * A step, judged.
     *
     * @param doneAt   when it was done
     * @param closesAt when its days are over; null when they never are
     */
    record Judged(
            Outcome outcome,
            @Nullable Instant doneAt,
            @Nullable Instant closesAt) {}

    private final FunnelDefinition definition;
    private final List<Occurrence> occurrences;
    private final Instant enteredAt;
    private final Instant now;
    private final @Nullable Instant leftAt;

    /**
     * A way through a funnel.
     *
     * @param occurrences everything that happened before now, in the order of time
     * @param enteredAt   when the customer entered
     * @param leftAt      when it churned; null when it has not
     * @param now         first moment that does not count
     */
    Journey(
            FunnelDefinition definition,
            List<Occurrence> occurrences,
            Instant enteredAt,
            @Nullable Instant leftAt,
            Instant now) {
        this.definition = definition;
        this.occurrences = occurrences;
        this.enteredAt = enteredAt;
        this.leftAt = leftAt;
        this.now = now;
    }

    Instant enteredAt() {
        return enteredAt;
    }

    /** How the steps stand, up to and with the first that is not reached. */
    List<Judged> steps() {
        var judged = new ArrayList<Judged>();
        for (var step : definition.steps()) {
            judged.add(judge(step));
            if (judged.getLast().outcome() != Outcome.REACHED) {
                break;
            }
        }
        return judged;
    }

    private Judged judge(FunnelDefinition.Step step) {
        var opensAt = step.fromDay() == null ? enteredAt : enteredAt.plus(Duration.ofDays(step.fromDay()));
        var closesAt = step.toDay() == null ? null : enteredAt.plus(Duration.ofDays(step.toDay() + 1L));
        var happenedAt = happenedAt(step, opensAt, closesAt);
        var isOver = closesAt != null && !closesAt.isAfter(now);
        if (step.absent()) {
            if (happenedAt != null) {
                return new Judged(Outcome.MISSED, null, closesAt);
            }
            return isOver ? new Judged(Outcome.REACHED, closesAt, closesAt) : new Judged(Outcome.OPEN, null, closesAt);
        }
        if (happenedAt != null) {
            return new Judged(Outcome.REACHED, happenedAt, closesAt);
        }
        return new Judged(isOver || leftAt != null ? Outcome.MISSED : Outcome.OPEN, null, closesAt);
    }

    /** When enough had happened within the days of the step; null when it had not. */
    private @Nullable Instant happenedAt(FunnelDefinition.Step step, Instant opensAt, @Nullable Instant closesAt) {
        var features = new HashSet<String>();
        int count = 0;
        for (var occurrence : occurrences) {
            var at = occurrence.occurredAt();
            if (!occurrence.event().equals(step.event())
                    || at.isBefore(opensAt)
                    || (closesAt != null && !at.isBefore(closesAt))) {
                continue;
            }
            count++;
            features.addAll(occurrence.features());
            if (count >= step.atLeast() && features.size() >= step.distinctFeatures()) {
                return at;
            }
        }
        return null;
    }
}
