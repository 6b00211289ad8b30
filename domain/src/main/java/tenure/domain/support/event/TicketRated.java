package tenure.domain.support.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * Whoever asked said how content they are.
 *
 * @param customerId null when nobody knew
 * @param rating     1 is worst, 5 best
 * @param corrects   event id of the fact that this one replaces; null when none
 */
@EventName("ticket.rated")
public record TicketRated(
        String ticketId,
        @Nullable String customerId,
        int rating,
        @Nullable String corrects,
        Instant occurredAt) implements TicketEvent {}
