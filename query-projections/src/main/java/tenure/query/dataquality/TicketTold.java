package tenure.query.dataquality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEvent;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.query.life.LifeEvent;

/**
 * What is told of a ticket. An opening may begin closed, and only a change is strange in a ticket that is closed: a rating is
 * not, nor is opening it again.
 */
record TicketTold(String ticketId, long position, Instant occurredAt, boolean opening, boolean change, State state) {

    /** What becomes of a ticket. */
    enum State {
        OPEN,
        CLOSED,
        AS_IT_WAS
    }

    /** In the order in which it happened. */
    static final Comparator<TicketTold> ORDER =
            Comparator.comparing(TicketTold::occurredAt).thenComparingLong(TicketTold::position);

    private static final Set<String> CLOSED = Set.of("closed", "resolved");

    static TicketTold of(TicketEvent event, LifeEvent happened) {
        var state = switch (event) {
            case TicketOpened opened -> CLOSED.contains(opened.status()) ? State.CLOSED : State.OPEN;
            case TicketReopened reopened -> State.OPEN;
            case TicketClosed closed -> State.CLOSED;
            default -> State.AS_IT_WAS;
        };
        return new TicketTold(
                event.ticketId(),
                happened.position(),
                happened.occurredAt(),
                event instanceof TicketOpened,
                state == State.AS_IT_WAS && !(event instanceof TicketRated),
                state);
    }

    LocalDate day() {
        return LocalDate.ofInstant(occurredAt, ZoneOffset.UTC);
    }

    Found as(ContradictionKind kind) {
        return new Found(kind, ticketId, day(), List.of(position));
    }
}
