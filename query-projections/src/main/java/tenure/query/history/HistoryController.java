package tenure.query.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.eventstore.read.AuditLog;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;

/** Reads the log of one customer. It comes from the log itself, not from a view, so it is never behind. */
@RestController
@Tag(name = "Customers")
class HistoryController {

    private final EventSearch search;
    private final AuditLog audit;
    private final TimelineReader timelines;

    HistoryController(EventSearch search, AuditLog audit, TimelineReader timelines) {
        this.search = search;
        this.audit = audit;
        this.timelines = timelines;
    }

    @GetMapping("/api/v1/customers/{customerId}/history")
    @Operation(
            summary = "A customer's events with their payload and what they changed, newest first",
            description = "A page looks at a bounded number of events and says how far it came: 'searchedTo'. What is"
                    + " taken back stays in the history, and says by which event.")
    @ReadParameters({"type", "actor", "user", "text", "from", "to", "knownAt", "limit", "cursor"})
    CustomerHistory history(@PathVariable String customerId, Question question) {
        var filter = search.filter(question, customerId);
        var position = search.position(question);
        var types = audit.typesOf(customerId, position);
        if (types.isEmpty()) {
            throw unknown(customerId);
        }
        var found = search.find(question, filter, position);
        return new CustomerHistory(
                question.asOf().day(),
                found.position(),
                customerId,
                found.searchedTo(),
                found.nextCursor(),
                types,
                found.events());
    }

    @GetMapping("/api/v1/customers/{customerId}/timeline")
    @Operation(
            summary = "A customer's life in lanes: bars, points and the density of use",
            description =
                    "A bar that is open has no end. Facts that were taken back do not count. 'from' and 'to' narrow"
                            + " down what is shown; bars that reach into the range are shown whole.")
    @ReadParameters({"from", "to", "knownAt"})
    Timeline timeline(@PathVariable String customerId, Question question) {
        var from = question.day("from");
        var to = question.day("to");
        EventSearch.requireOrder(from, to);
        return timelines
                .read(customerId, question.asOf(), search.position(question), from, to)
                .orElseThrow(() -> unknown(customerId));
    }

    private static RuntimeException unknown(String customerId) {
        return Refusals.notFound("UNKNOWN_CUSTOMER", "The log has no event of a customer '" + customerId + "'.");
    }
}
