package tenure.query.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.eventstore.read.AuditLog;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.history.LogEntry.Brief;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;

/** Reads the log for those who look into it. */
@RestController
@Tag(name = "Log")
class LogController {

    /** Related events shown. */
    private static final int RELATED_SHOWN = 200;

    private final EventSearch search;
    private final EventLog log;
    private final AuditLog audit;
    private final Changes changes;

    LogController(EventSearch search, EventLog log, AuditLog audit, Changes changes) {
        this.search = search;
        this.log = log;
        this.audit = audit;
        this.changes = changes;
    }

    @GetMapping("/api/v1/log")
    @Operation(
            summary = "Events of the whole log, newest first",
            description = "A page looks at a bounded stretch of the log and says how far it came: 'searchedTo'. It may"
                    + " hold no event and yet have a next page. With a customer or a user a page reaches much further.")
    @ReadParameters({
        "type",
        "actor",
        "customer",
        "user",
        "correlation",
        "text",
        "from",
        "to",
        "knownAt",
        "limit",
        "cursor"
    })
    LogSearch search(Question question) {
        var found =
                search.find(question, search.filter(question, question.text("customer")), search.position(question));
        return new LogSearch(
                question.asOf().day(), found.position(), found.searchedTo(), found.nextCursor(), found.events());
    }

    @GetMapping("/api/v1/log/{position}")
    @Operation(
            summary = "One event: what vouches for it, what belongs together with it, and how its thing stood after it",
            description =
                    "Related is what has the same correlation, of the same customer where there is one, among some"
                            + " thousand events around this one: between 'from' and 'to'.")
    @ReadParameters
    LogEntry entry(@PathVariable String position, Question question) {
        var number = Question.number("position", position, 1, Long.MAX_VALUE);
        var filed = audit.filed(number)
                .orElseThrow(() ->
                        Refusals.notFound("UNKNOWN_POSITION", "The log has no event at position " + position + "."));
        var event = log.at(List.of(number)).getFirst();
        var effect =
                Objects.requireNonNull(changes.of(List.of(event), log.head()).get(number));
        var step = Step.of(event.type());
        return new LogEntry(
                HistoryEvent.of(event, effect),
                filed.metadata(),
                filed.leaf(),
                new LogEntry.Batch(filed.firstPosition(), filed.lastPosition(), filed.hash(), filed.previousHash()),
                step == null ? null : step.thing(),
                effect.state(),
                related(event));
    }

    private LogEntry.Related related(RecordedEvent event) {
        var found = audit.related(event, RELATED_SHOWN);
        Predicate<RecordedEvent> sameCommand =
                other -> other.causationId() != null && other.causationId().equals(event.causationId());
        return new LogEntry.Related(
                found.from(),
                found.to(),
                brief(found.events(), sameCommand.and(other -> other.position() != event.position())),
                brief(found.events(), sameCommand.negate().and(other -> other.position() < event.position())),
                brief(found.events(), sameCommand.negate().and(other -> other.position() > event.position())));
    }

    private static List<Brief> brief(List<RecordedEvent> events, Predicate<RecordedEvent> wanted) {
        return events.stream()
                .filter(wanted)
                .map(event -> new Brief(
                        event.position(),
                        event.eventId(),
                        event.type(),
                        event.stream(),
                        event.occurredAt(),
                        event.recordedAt()))
                .toList();
    }
}
