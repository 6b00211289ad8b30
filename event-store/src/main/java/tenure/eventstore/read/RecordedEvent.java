package tenure.eventstore.read;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log holds it. A {@link Detail} that was not asked for is empty or null.
 *
 * @param position   place in the log: 1, 2, 3 … without holes, in the order of commits
 * @param revision   shape of the payload
 * @param stream     whose history it belongs to, for example {@code license/P-7}
 * @param version    place in that stream, from 0
 * @param occurredAt when it happened, as reported
 * @param recordedAt when the log stored it
 * @param payload    JSON, UTF-8
 */
public record RecordedEvent(
        long position,
        UUID eventId,
        String type,
        int revision,
        String stream,
        long version,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String customerId,
        @Nullable String userId,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String commandKey,
        @Nullable String actor,
        byte[] payload) {}
