package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tenure.eventstore.proof.FormatPage;
import tools.jackson.databind.JsonNode;

/** What is written into the log is what docs/log-format.md says. */
class ContentHashTest {

    @Test
    void isTheOneOfThePublishedExample() throws IOException {
        var page = FormatPage.read();

        assertThat(HexFormat.of()
                        .formatHex(ContentHash.of(event(page.export("event").getFirst()))))
                .isEqualTo(page.hash("its content hash"));
    }

    private static NewEvent event(JsonNode line) throws IOException {
        return new NewEvent(
                line.get("stream").asString(),
                null,
                null,
                UUID.fromString(line.get("eventId").asString()),
                new EventType(line.get("type").asString(), line.get("revision").asInt()),
                Instant.EPOCH.plus(Long.parseLong(line.get("occurredAtMicros").asString()), ChronoUnit.MICROS),
                text(line, "customerId"),
                text(line, "userId"),
                text(line, "correlationId"),
                text(line, "causationId"),
                text(line, "commandKey"),
                text(line, "actor"),
                line.get("payload").binaryValue(),
                line.get("metadata").binaryValue());
    }

    private static @Nullable String text(JsonNode line, String name) {
        return line.get(name).isNull() ? null : line.get(name).asString();
    }
}
