package tenure.query.churnrisk.statistics.learning;

import org.jspecify.annotations.Nullable;

/** What came of learning. */
public sealed interface Learned {

    /**
     * A model that holds what it says.
     *
     * @param form how it was fitted: shape of the effects, which signals share a weight, penalty
     */
    record Accepted(LearnedModel model, Evidence evidence, String form) implements Learned {}

    /**
     * No model, and why.
     *
     * @param sentence for people
     * @param evidence of the model that was not good enough; null when there was none
     */
    record Refused(Reason reason, String sentence, @Nullable Evidence evidence) implements Learned {}

    /** Why there is no model. */
    enum Reason {
        TOO_FEW_CUSTOMERS,
        TOO_FEW_LOSSES,
        ONE_CLASS_ONLY,
        HISTORY_TOO_SHORT,
        NO_SIGNAL
    }
}
