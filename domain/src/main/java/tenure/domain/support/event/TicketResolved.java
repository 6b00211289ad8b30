package tenure.domain.support.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * The help desk holds the matter for settled.
 *
 * @param customerId null when nobody knew
 * @param corrects   event id of the fact that this one replaces; null when none
 */
@EventName("ticket.resolved")
public record TicketResolved(
        String ticketId,
        @Nullable String customerId,
        @Nullable String corrects,
        Instant occurredAt) implements TicketEvent {}
