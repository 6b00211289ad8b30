package tenure.query.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one event tells of a ticket.
 *
 * @param customerId empty when nobody knew
 * @param userId     who asked; empty when nobody knew
 * @param matter     what it is about: how-to, defect …
 * @param level      as it was told of the ticket itself
 */
record TicketFact(
        String ticketId,
        long position,
        String eventId,
        Instant occurredAt,
        String customerId,
        String userId,
        Kind kind,
        @Nullable String matter,
        @Nullable String feature,
        @Nullable String level,
        @Nullable String priority,
        @Nullable String status,
        @Nullable Integer rating) {

    /** What it is that happened. */
    enum Kind {
        OPENED,
        CLASSIFIED,
        FIRST_RESPONDED,
        STATUS_CHANGED,
        ESCALATED,
        RESOLVED,
        REOPENED,
        CLOSED,
        RATED
    }
}
