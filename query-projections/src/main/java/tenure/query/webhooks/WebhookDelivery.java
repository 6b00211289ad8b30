package tenure.query.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message and what became of it.
 *
 * @param messageId      the receiver saw it as {@code webhook-id}
 * @param position       of the event; null for a test message
 * @param status         {@code delivered}; {@code pending} while it is tried again; {@code failed} when it is not
 * @param responseStatus of the last attempt; null when there was no answer
 * @param latencyMillis  of the last attempt
 * @param error          of the last attempt; null when it succeeded
 */
public record WebhookDelivery(
        long id,
        String messageId,
        @Nullable Long position,
        String type,
        String status,
        int attempts,
        Instant firstTriedAt,
        Instant lastTriedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Integer responseStatus,
        int latencyMillis,
        @Nullable String error) {

    /**
     * Messages to an endpoint, newest first.
     *
     * @param nextCursor asks for older ones; null when there are none
     */
    public record WebhookDeliveries(@Nullable String nextCursor, List<WebhookDelivery> deliveries) {}
}
