package tenure.query.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that events are delivered to.
 *
 * @param types          stored names of the events that it gets; none means all
 * @param customerId     it gets events of this customer only; null means of all
 * @param disabledReason why nothing is delivered; null while it is enabled
 * @param position       everything wanted up to this position has been delivered
 * @param attempts       made so far to deliver the first wanted event behind the position
 * @param nextAttemptAt  when that is tried again; null when nothing stands in the way
 */
public record WebhookStatus(
        String id,
        String url,
        String description,
        List<String> types,
        @Nullable String customerId,
        boolean enabled,
        @Nullable String disabledReason,
        Instant createdAt,
        long position,
        int attempts,
        @Nullable Instant nextAttemptAt) {

    /** All endpoints. */
    public record WebhookList(List<WebhookStatus> webhooks) {}

    /**
     * A new endpoint, with its secret, which is shown this once.
     *
     * @param secret signs the messages: {@code whsec_} and the key in Base64
     */
    public record CreatedWebhook(WebhookStatus webhook, String secret) {}

    /**
     * A new secret, which is shown this once.
     *
     * @param oldSecretUntil messages carry a signature by the old secret as well until then
     */
    public record RotatedSecret(String id, String secret, Instant oldSecretUntil) {}
}
