package tenure.domain.support.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A ticket was passed on to somebody who can do more.
 *
 * @param customerId null when nobody knew
 * @param corrects   event id of the fact that this one replaces; null when none
 */
@EventName("ticket.escalated")
public record TicketEscalated(
        String ticketId,
        @Nullable String customerId,
        @Nullable String corrects,
        Instant occurredAt) implements TicketEvent {}
