package tenure.eventstore;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into the log.
 *
 * @param stream     whose history it belongs to, for example {@code license/P-7}
 * @param kind       what kind of thing the stream is, or null
 * @param version    the version that it must get in its stream, from 0; null takes the next one
 * @param eventId    a time-ordered UUID, unique in the log
 * @param occurredAt when it happened; kept to the microsecond
 * @param commandKey key of the command that led to it
 * @param payload    JSON, UTF-8
 * @param metadata   JSON object of text, UTF-8
 */
public record NewEvent(
        String stream,
        @Nullable String kind,
        @Nullable Long version,
        UUID eventId,
        EventType type,
        Instant occurredAt,
        @Nullable String customerId,
        @Nullable String userId,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String commandKey,
        @Nullable String actor,
        byte[] payload,
        byte[] metadata) {

    int bytes() {
        return payload.length + metadata.length;
    }
}
