package tenure.domain.support.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * The matter was not settled after all.
 *
 * @param customerId null when nobody knew
 * @param corrects   event id of the fact that this one replaces; null when none
 */
@EventName("ticket.reopened")
public record TicketReopened(
        String ticketId,
        @Nullable String customerId,
        @Nullable String corrects,
        Instant occurredAt) implements TicketEvent {}
