package tenure.eventstore;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events for tests of reading, each with what the test is about and nothing else. */
public final class SomeEvents {

    public static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    private SomeEvents() {}

    /** An event at the end of a stream. */
    public static NewEvent event(String stream, String type, Instant occurredAt) {
        return event(stream, type, occurredAt, null, null);
    }

    /** An event at the end of a customer's stream that names a user. */
    public static NewEvent event(
            String stream, String type, Instant occurredAt, @Nullable String customerId, @Nullable String userId) {
        return new NewEvent(
                stream,
                "thing",
                null,
                Generators.timeBasedEpochGenerator().generate(),
                new EventType(type, 1),
                occurredAt,
                customerId,
                userId,
                "correlation",
                "causation",
                "key",
                "actor",
                "{\"text\":\"of %s\"}".formatted(stream).getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** An append of these events, without a key. */
    public static Append append(NewEvent... events) {
        return new Append(null, List.of(events));
    }
}
