package tenure.query.webhooks;

import org.jspecify.annotations.Nullable;
import tenure.query.shared.cloudevents.EventFilter;

/**
 * An endpoint as the one who delivers to it sees it.
 *
 * @param oldSecret  signs as well while the receiver changes over; null otherwise
 * @param position   everything wanted up to here has been delivered
 * @param attempts   made so far for the first wanted event behind it
 * @param waitMillis until the next attempt is due; 0 or less when it is
 */
record Webhook(
        String webhookId,
        String url,
        EventFilter filter,
        String secret,
        @Nullable String oldSecret,
        long position,
        int attempts,
        long waitMillis) {

    /** One signature, or two with a space between them. */
    String signatures(String messageId, long timestamp, byte[] body) {
        var signature = SigningSecret.sign(secret, messageId, timestamp, body);
        return oldSecret == null
                ? signature
                : signature + " " + SigningSecret.sign(oldSecret, messageId, timestamp, body);
    }

    /** Names a message for good: all attempts to deliver an event to this endpoint carry the same name. */
    String messageId(long eventPosition) {
        return "msg_" + webhookId + "_" + eventPosition;
    }
}
