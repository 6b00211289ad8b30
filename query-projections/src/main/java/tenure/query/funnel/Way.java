package tenure.query.funnel;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far one customer, person or seat has come through a funnel. There are many: one object stands for one after the
 * other, and nobody keeps it. Steps are counted from the entry, which is 0.
 */
final class Way {

    /** How a step stands. */
    enum Outcome {
        REACHED,
        OPEN,
        MISSED,
        /** A step before it has not been reached. */
        BEHIND
    }

    /** The events by which a step was done; asked for while the way is looked at. */
    @FunctionalInterface
    interface Events {
        List<Long> of(int step);
    }

    private final Outcome[] outcomes;
    private final boolean[] outOfOrder;
    private final long[] reachedAt;
    private final long[] closesAt;
    private final boolean whenAll;

    private String customerId = "";
    private @Nullable String userId;
    private long count;
    private long leftAt;
    private boolean removed;
    private Events events = step -> List.of();

    private int judged;
    private boolean onTheWay;
    private long latest;

    /**
     * A way that nobody has gone yet.
     *
     * @param whenAll a step is reached when it and all before it are done; false: when it is done itself
     */
    Way(int steps, boolean whenAll) {
        this.outcomes = new Outcome[steps];
        this.outOfOrder = new boolean[steps];
        this.reachedAt = new long[steps];
        this.closesAt = new long[steps];
        this.whenAll = whenAll;
    }

    /**
     * Somebody enters.
     *
     * @param leftAt when it left for good, as far as is known; never when it is there
     */
    void enter(String customer, @Nullable String user, long enteredAt, long leftAt) {
        this.customerId = customer;
        this.userId = user;
        this.count = 1;
        this.leftAt = leftAt;
        this.removed = false;
        outcomes[0] = Outcome.REACHED;
        reachedAt[0] = enteredAt;
        closesAt[0] = Micros.NEVER;
        judged = 0;
        onTheWay = true;
        latest = Long.MIN_VALUE;
    }

    /**
     * Judges the next step by those before it. It is reached by who did it and all before it that are not optional.
     *
     * @param doneAt    when it was done; never when it was not
     * @param happened  whether it was done in time, be it in order or not
     * @param canBeDone whether it still can be
     * @param closes    first moment at which it cannot be done any more; never when it always can
     */
    void judge(long doneAt, boolean happened, boolean canBeDone, long closes, boolean optional) {
        judged++;
        Outcome outcome;
        if (!onTheWay) {
            outcome = Outcome.BEHIND;
        } else if (doneAt != Micros.NEVER) {
            outcome = Outcome.REACHED;
        } else {
            outcome = canBeDone ? Outcome.OPEN : Outcome.MISSED;
        }
        boolean isReached = outcome == Outcome.REACHED;
        long at = isReached && whenAll ? Math.max(latest, doneAt) : doneAt;
        outcomes[judged] = outcome;
        reachedAt[judged] = isReached ? at : Micros.NEVER;
        closesAt[judged] = closes;
        outOfOrder[judged] = happened && !isReached && outcome != Outcome.OPEN;
        if (!optional) {
            onTheWay = onTheWay && doneAt != Micros.NEVER;
            latest = isReached ? at : latest;
        }
    }

    /** How many come exactly this way: more than one only for empty seats. */
    void standFor(long soMany) {
        count = soMany;
    }

    /** Whether it did what excludes it from the whole funnel. */
    void remove(boolean excluded) {
        removed = excluded;
    }

    void explain(Events by) {
        events = by;
    }

    String customerId() {
        return customerId;
    }

    /** The person; null for a customer or an empty seat. */
    @Nullable String userId() {
        return userId;
    }

    long count() {
        return count;
    }

    long enteredAt() {
        return reachedAt[0];
    }

    long leftAt() {
        return leftAt;
    }

    boolean removed() {
        return removed;
    }

    Outcome outcome(int step) {
        return outcomes[step];
    }

    /** Whether a step was neither reached nor is open, but was done all the same. */
    boolean outOfOrder(int step) {
        return outOfOrder[step];
    }

    /** When a step, and what had to come before it, was done; never when it was not reached. */
    long reachedAt(int step) {
        return reachedAt[step];
    }

    /** First moment at which a step could not be done any more; never when it always can. */
    long closesAt(int step) {
        return closesAt[step];
    }

    /** The last step that was reached. */
    int furthest() {
        int furthest = 0;
        for (int step = 1; step < outcomes.length; step++) {
            furthest = outcomes[step] == Outcome.REACHED ? step : furthest;
        }
        return furthest;
    }

    /** How many steps were reached, besides the entry. */
    int depth() {
        int depth = 0;
        for (int step = 1; step < outcomes.length; step++) {
            depth += outcomes[step] == Outcome.REACHED ? 1 : 0;
        }
        return depth;
    }

    /** The events of the entry and the steps up to one, oldest first. */
    List<Long> positions(int upTo) {
        var positions = new TreeSet<Long>();
        for (int step = 0; step <= upTo; step++) {
            positions.addAll(events.of(step));
        }
        return List.copyOf(positions);
    }
}
