package tenure.domain.support.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A ticket went on to another status.
 *
 * @param customerId null when nobody knew
 * @param status     in the words of the help desk
 * @param corrects   event id of the fact that this one replaces; null when none
 */
@EventName("ticket.status-changed")
public record TicketStatusChanged(
        String ticketId,
        @Nullable String customerId,
        String status,
        @Nullable String corrects,
        Instant occurredAt) implements TicketEvent {}
