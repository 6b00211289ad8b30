package tenure.query.churnrisk.evaluation;

import java.time.LocalDate;
import java.time.YearMonth;
import tenure.query.churnrisk.timeline.ModelSeen;

/**
 * How good a model is on this installation's own history.
 *
 * @param from      first month whose end is an observation
 * @param to        last month
 * @param sampledOf thousandths of the customers whose month ends count; flags are watched of all
 * @param inSample  whether the model was learned from the rows that it is measured by, so that it looks better than it is:
 *                  what it is worth is said by the evidence of learning
 * @param method    how it was measured
 */
public record RiskEvaluation(
        LocalDate asOf,
        long position,
        ModelSeen model,
        YearMonth from,
        YearMonth to,
        int sampledOf,
        boolean inSample,
        Quality quality,
        String method) {

    static final String METHOD =
            "At the end of every month, of every customer of that day, from what had happened by then; a loss counts when the"
                    + " first day without service comes within the horizon. Only observations whose horizon is over count."
                    + " Several months of a customer are no independent cases; the interval of the AUC takes them together.";
}
