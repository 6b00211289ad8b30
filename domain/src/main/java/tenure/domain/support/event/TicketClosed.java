package tenure.domain.support.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * Nothing more is to come of a ticket.
 *
 * @param customerId null when nobody knew
 * @param corrects   event id of the fact that this one replaces; null when none
 */
@EventName("ticket.closed")
public record TicketClosed(
        String ticketId,
        @Nullable String customerId,
        @Nullable String corrects,
        Instant occurredAt) implements TicketEvent {}
