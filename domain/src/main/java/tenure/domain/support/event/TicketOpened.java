package tenure.domain.support.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * Somebody asked the help desk for something.
 *
 * @param customerId null when nobody knew
 * @param userId     who asked; null when the help desk does not tell
 * @param kind       how-to, defect, request, billing or other
 * @param feature    what it is about; null when no feature
 * @param level      introductory, core or advanced; null when not told
 * @param priority   low, normal, high or urgent
 * @param status     what it began with, in the words of the help desk
 * @param corrects   event id of the fact that this one replaces; null when none
 */
@EventName("ticket.opened")
public record TicketOpened(
        String ticketId,
        @Nullable String customerId,
        @Nullable String userId,
        String kind,
        @Nullable String feature,
        @Nullable String level,
        String priority,
        String status,
        @Nullable String corrects,
        Instant occurredAt)
        implements TicketEvent {}
