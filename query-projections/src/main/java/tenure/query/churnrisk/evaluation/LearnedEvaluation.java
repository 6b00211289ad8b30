package tenure.query.churnrisk.evaluation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good learning is on this installation's own history: at the end of every month a model is learned from what was closed
 * by then, and speaks of every day until the next one is.
 *
 * @param from      first month whose end is an observation, if there was a model by then
 * @param to        last month
 * @param sampledOf thousandths of the customers whose month ends count; flags are watched of all
 * @param months    what came of learning at the end of each month
 * @param quality   of what these models said; null when none was learned
 * @param sentence  what that means
 * @param method    how it was measured
 */
public record LearnedEvaluation(
        LocalDate asOf,
        long position,
        int horizonDays,
        YearMonth from,
        YearMonth to,
        int sampledOf,
        List<Month> months,
        @Nullable Quality quality,
        String sentence,
        String method) {

    static final String METHOD =
            "At the end of every month a model was learned from the month ends whose horizon was over by then. It spoke of every"
                    + " day from that one on, until the next was learned; so whatever it is measured by came after what it was"
                    + " learned from. Where nothing could be learned the model of the month before went on; before the first"
                    + " one nothing is measured. "
                    + RiskEvaluation.METHOD;

    /** Copies the list. */
    public LearnedEvaluation {
        months = List.copyOf(months);
    }

    /**
     * The end of a month.
     *
     * @param accepted whether a model was learned
     * @param sentence how it was fitted, or why there is none
     */
    public record Month(LocalDate day, boolean accepted, String sentence) {}
}
