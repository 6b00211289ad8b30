package tenure.domain.support.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * What a ticket is about became clear.
 *
 * @param customerId null when nobody knew
 * @param kind       how-to, defect, request, billing or other; null: as before
 * @param feature    what it is about; null: as before
 * @param level      introductory, core or advanced; null: as before
 * @param corrects   event id of the fact that this one replaces; null when none
 */
@EventName("ticket.classified")
public record TicketClassified(
        String ticketId,
        @Nullable String customerId,
        @Nullable String kind,
        @Nullable String feature,
        @Nullable String level,
        @Nullable String corrects,
        Instant occurredAt)
        implements TicketEvent {}
