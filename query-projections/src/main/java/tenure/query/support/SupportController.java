package tenure.query.support;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.shared.Answers;
import tenure.query.shared.AsOf;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;

/** Reads tickets. */
@RestController
@Tag(name = "Support")
class SupportController {

    private final Answers answers;
    private final SupportReader tickets;

    SupportController(Answers answers, SupportReader tickets) {
        this.answers = answers;
        this.tickets = tickets;
    }

    @GetMapping("/api/v1/customers/{customerId}/tickets")
    @Operation(summary = "The tickets of a customer, the latest first")
    @ReadParameters({"knownAt", "state", "level", "ticketKind", "limit", "cursor"})
    CustomerTickets tickets(@PathVariable String customerId, Question question) {
        var query = FindTickets.of(customerId, question);
        return answers.seen(
                SupportProjection.NAME,
                question,
                at -> tickets.list(query, at).orElseThrow(() -> unknown(customerId, at.asOf())));
    }

    @GetMapping("/api/v1/support")
    @Operation(
            summary = "What tickets say of a customer, or of all",
            description = "Of the tickets that were opened in ['from', 'to'); default: all.")
    @ReadParameters({"knownAt", "customer", "from", "to"})
    Support support(Question question) {
        var query = new SupportReader.Query(question.text("customer"), question.day("from"), question.day("to"));
        if (query.from() != null && query.to() != null && !query.from().isBefore(query.to())) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must be before 'to'.");
        }
        return answers.seen(
                SupportProjection.NAME,
                question,
                at -> tickets.summary(query, at)
                        .orElseThrow(() -> unknown(String.valueOf(query.customerId()), at.asOf())));
    }

    private static RuntimeException unknown(String customerId, AsOf asOf) {
        return Refusals.notFound(
                "UNKNOWN_CUSTOMER",
                "There is no customer '" + customerId + "' that had signed up by " + asOf.day() + ".");
    }
}
