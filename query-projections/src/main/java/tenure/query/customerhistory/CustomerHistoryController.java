package tenure.query.customerhistory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.customerhistory.CustomerHistory.HistoryEvent;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;

/** Reads the log of one customer. It comes from the log itself, not from a view, so it is never behind. */
@RestController
@Tag(name = "Customers")
class CustomerHistoryController {

    private static final int PAGE = 50;

    private final EventLog log;

    CustomerHistoryController(EventLog log) {
        this.log = log;
    }

    @GetMapping("/api/v1/customers/{customerId}/history")
    @Operation(summary = "A customer's events with their payload, newest first")
    @ReadParameters({"type", "limit", "cursor"})
    CustomerHistory history(@PathVariable String customerId, Question question) {
        var asOf = question.asOf();
        var limit = question.limit(PAGE);
        var type = question.text("type");
        var before = question.cursor(Long.MAX_VALUE);
        var position = log.head();
        var types = log.customerEventTypes(customerId);
        if (types.isEmpty()) {
            throw Refusals.notFound("UNKNOWN_CUSTOMER", "The log has no event of a customer '" + customerId + "'.");
        }
        var events = log.customerHistory(customerId, before, asOf.end(), type, limit + 1);
        var more = events.size() > limit;
        var shown = more ? events.subList(0, limit) : events;
        return new CustomerHistory(
                asOf.day(),
                position,
                customerId,
                more ? Question.cursorAfter(shown.getLast().position()) : null,
                types,
                shown.stream().map(CustomerHistoryController::event).toList());
    }

    private static HistoryEvent event(RecordedEvent event) {
        return new HistoryEvent(
                event.position(),
                event.eventId(),
                event.type(),
                event.revision(),
                event.stream(),
                event.version(),
                event.occurredAt(),
                event.recordedAt(),
                event.actor(),
                event.correlationId(),
                event.causationId(),
                event.commandKey(),
                new String(event.payload(), StandardCharsets.UTF_8));
    }
}
