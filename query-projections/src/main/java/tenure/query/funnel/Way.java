package tenure.query.funnel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one customer, person or seat has come through a funnel.
 *
 * @param userId    the person; null for a customer or an empty seat
 * @param count     how many come exactly this way: more than one only for empty seats
 * @param entry     events that say so
 * @param leftAt    when it left for good, as far as is known; null when it is there
 * @param removed   whether it did what excludes it from the whole funnel
 * @param stages    the steps after the entry
 */
record Way(
        String customerId,
        @Nullable String userId,
        long count,
        Instant enteredAt,
        List<Long> entry,
        @Nullable Instant leftAt,
        boolean removed,
        List<Stage> stages) {

    /** How a step stands. */
    enum Outcome {
        REACHED,
        OPEN,
        MISSED,
        /** A step before it has not been reached. */
        BEHIND
    }

    /**
     * A step, judged.
     *
     * @param outOfOrder neither reached nor open, but done all the same
     * @param reachedAt  when it and what had to come before it was done; null when not reached
     * @param closesAt   first moment at which it could not be done any more; null when it always can
     * @param positions  events that did it
     */
    record Stage(
            Outcome outcome,
            boolean outOfOrder,
            @Nullable Instant reachedAt,
            @Nullable Instant closesAt,
            List<Long> positions) {}

    /**
     * What is known of a step, before it is compared with the others.
     *
     * @param doneAt    when it was done; null when it was not
     * @param happened  whether it was done in time, be it in order or not
     * @param canBeDone whether it still can be
     */
    record Done(
            @Nullable Instant doneAt,
            boolean happened,
            boolean canBeDone,
            @Nullable Instant closesAt,
            boolean optional,
            List<Long> positions) {}

    /**
     * Judges steps by those before them. A step is reached by who did it and all before it that are not optional.
     *
     * @param whenAll a step is reached when all of them are done; false: when it is done itself
     */
    static List<Stage> judge(List<Done> steps, boolean whenAll) {
        var stages = new ArrayList<Stage>();
        var onTheWay = true;
        Instant latest = null;
        for (var step : steps) {
            var doneAt = step.doneAt();
            Outcome outcome;
            if (!onTheWay) {
                outcome = Outcome.BEHIND;
            } else if (doneAt != null) {
                outcome = Outcome.REACHED;
            } else {
                outcome = step.canBeDone() ? Outcome.OPEN : Outcome.MISSED;
            }
            Instant reachedAt = null;
            if (outcome == Outcome.REACHED && doneAt != null) {
                reachedAt = whenAll && latest != null && latest.isAfter(doneAt) ? latest : doneAt;
            }
            var outOfOrder = step.happened() && (outcome == Outcome.BEHIND || outcome == Outcome.MISSED);
            stages.add(new Stage(outcome, outOfOrder, reachedAt, step.closesAt(), step.positions()));
            if (!step.optional()) {
                onTheWay = onTheWay && doneAt != null;
                latest = reachedAt == null ? latest : reachedAt;
            }
        }
        return stages;
    }

    /** Step 0 is the entry. */
    Outcome outcome(int step) {
        return step == 0 ? Outcome.REACHED : stages.get(step - 1).outcome();
    }

    /** When a step was reached; null when it was not. */
    @Nullable Instant reachedAt(int step) {
        return step == 0 ? enteredAt : stages.get(step - 1).reachedAt();
    }

    /** The last step that was reached. */
    int furthest() {
        int furthest = 0;
        for (int step = 1; step <= stages.size(); step++) {
            furthest = outcome(step) == Outcome.REACHED ? step : furthest;
        }
        return furthest;
    }
}
