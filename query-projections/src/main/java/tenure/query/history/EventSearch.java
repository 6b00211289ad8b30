package tenure.query.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.eventstore.read.AuditLog;
import tenure.eventstore.read.EventDecoder;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogFilter;
import tenure.eventstore.read.LogPage;
import tenure.query.shared.Near;
import tenure.query.shared.Question;
import tenure.query.shared.Refusals;

/** Looks for events, of a customer or of all, page by page. */
@Component
class EventSearch {

    private static final int PAGE = 50;

    private final EventLog log;
    private final AuditLog audit;
    private final Changes changes;
    private final Set<String> types;

    EventSearch(EventLog log, AuditLog audit, Changes changes, EventDecoder decoder) {
        this.log = log;
        this.audit = audit;
        this.changes = changes;
        this.types = decoder.namesOf(List.of(Object.class));
    }

    /** A page. */
    record Found(long position, long searchedTo, @Nullable String nextCursor, List<HistoryEvent> events) {}

    /** The position up to which the log is to be believed. */
    long position(Question question) {
        var head = log.head();
        var known = question.knownAt();
        return known == null ? head : Math.min(head, known.position(log::positionAt));
    }

    /** What the parameters ask for. */
    LogFilter filter(Question question, @Nullable String customerId) {
        var wanted = question.texts("type");
        for (var type : wanted) {
            if (!types.contains(type)) {
                throw Refusals.badParameter(
                        "type", "UNKNOWN_VALUE", "No event has the type '" + type + "'." + Near.hint(type, types));
            }
        }
        var from = question.day("from");
        var to = question.day("to");
        requireOrder(from, to);
        var end = question.asOf().end();
        var until = to == null || end.isBefore(start(to)) ? end : start(to);
        return new LogFilter(
                customerId,
                question.text("user"),
                wanted,
                question.text("actor"),
                question.text("correlation"),
                question.text("text"),
                from == null ? null : start(from),
                until);
    }

    static void requireOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must be before 'to'.");
        }
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The page that a question asks for. */
    Found find(Question question, LogFilter filter, long position) {
        var limit = question.limit(PAGE);
        var before = Math.min(question.cursor(Long.MAX_VALUE), position + 1);
        // One more than wanted tells whether there is more.
        var page = audit.search(filter, before, limit + 1);
        if (page.events().size() > limit) {
            var events = page.events().subList(0, limit);
            page = new LogPage(events, events.getLast().position());
        }
        var effects = changes.of(page.events(), position);
        return new Found(
                position,
                page.reached(),
                page.reached() <= 1 ? null : Question.cursorAfter(page.reached()),
                page.events().stream()
                        .map(event -> HistoryEvent.of(event, Objects.requireNonNull(effects.get(event.position()))))
                        .toList());
    }
}
