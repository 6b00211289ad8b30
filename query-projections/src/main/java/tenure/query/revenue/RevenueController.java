package tenure.query.revenue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;

/** Reads revenue. */
@RestController
@Tag(name = "Revenue")
class RevenueController {

    private final Answers answers;
    private final RevenueReader revenue;
    private final RenewalReader renewals;
    private final CohortReader cohorts;

    RevenueController(Answers answers, RevenueReader revenue, RenewalReader renewals, CohortReader cohorts) {
        this.answers = answers;
        this.revenue = revenue;
        this.renewals = renewals;
        this.cohorts = cohorts;
    }

    @GetMapping("/api/v1/revenue")
    @Operation(
            summary = "What became of the customers and the revenue of a day",
            description = "Churn, gross and net retention between 'from' and 'to', as a whole and by month."
                    + " Default: the last twelve months that are over.")
    @ReadParameters({"knownAt", "from", "to", "currency", "breakdown", "allowedGapDays"})
    Revenue revenue(Question question) {
        var query = FindRevenue.of(question);
        return answers.seen(LivesProjection.NAME, question, at -> revenue.read(query, at));
    }

    @GetMapping("/api/v1/revenue/renewals")
    @Operation(
            summary = "Renewals that are due, and what came of them",
            description = "Default: due in the three months that begin with that of 'asOf'.")
    @ReadParameters({"knownAt", "from", "to", "currency", "allowedGapDays", "limit", "cursor"})
    Renewals renewals(Question question) {
        var query = RenewalReader.Query.of(question);
        return answers.seen(LivesProjection.NAME, question, at -> renewals.read(query, at));
    }

    @GetMapping("/api/v1/revenue/retention")
    @Operation(
            summary = "What is left of the customers that began in a month, by months since",
            description = "Default: the cohorts of the last 24 months.")
    @ReadParameters({"knownAt", "unit", "from", "to", "currency", "allowedGapDays"})
    RevenueRetention retention(Question question) {
        var query = CohortReader.Query.of(question);
        return answers.seen(LivesProjection.NAME, question, at -> cohorts.read(query, at));
    }
}
