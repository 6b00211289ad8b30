package tenure.query.funnel;

import tenure.query.funnel.Way.Outcome;
import tenure.query.shared.Question;

/** A part of a bar. */
enum Side {
    REACHED,
    OPEN,
    MISSED,
    OUT_OF_ORDER,
    /** Reached or missed: not open any more. */
    DECIDED,
    /** Taken out of the whole funnel by an exclusion. */
    REMOVED;

    /** Whether a way belongs to this part of the bar of a step. */
    boolean has(Way way, int step) {
        if (way.removed()) {
            return this == REMOVED;
        }
        var outcome = way.outcome(step);
        return switch (this) {
            case REACHED -> outcome == Outcome.REACHED;
            case OPEN -> outcome == Outcome.OPEN;
            case MISSED -> outcome == Outcome.MISSED;
            case OUT_OF_ORDER -> way.outOfOrder(step);
            case DECIDED -> outcome == Outcome.REACHED || outcome == Outcome.MISSED;
            case REMOVED -> false;
        };
    }

    /** The name of the figure. */
    String figure() {
        return "funnel." + Question.word(this);
    }
}
