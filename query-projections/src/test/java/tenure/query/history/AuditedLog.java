package tenure.query.history;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.EventType;
import tenure.eventstore.NewEvent;
import tenure.query.system.QueryServer;
import tenure.query.system.WrittenEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A log into which a test writes and that it looks into over HTTP. Each event is a batch of its own. */
final class AuditedLog implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WrittenEvents log = new WrittenEvents();
    private final QueryServer server = QueryServer.over(log, Map.of());
    private final HttpClient client = HttpClient.newHttpClient();
    private String actor = "local";
    private String command = "first";

    /** Begins anew, with an empty log. */
    void empty() {
        log.close();
        log = new WrittenEvents();
        actor = "local";
        command = "first";
    }

    /** Who does what is written from now on. */
    AuditedLog by(String name) {
        actor = name;
        return this;
    }

    /** What command leads to what is written from now on. */
    AuditedLog through(String id) {
        command = id;
        return this;
    }

    /** Writes an event at 10 o'clock of a day; {@code 'name': value} of the payload with single quotes. */
    UUID tell(String stream, String type, String day, String payload) {
        return tell(Generators.timeBasedEpochGenerator().generate(), stream, type, day + "T10:00:00Z", payload);
    }

    UUID tell(UUID id, String stream, String type, String moment, String payload) {
        var json = "{%s%s'occurredAt':'%s'}"
                .formatted(payload, payload.isEmpty() ? "" : ",", moment)
                .replace('\'', '"');
        var tree = JSON.readTree(json);
        log.write(new NewEvent(
                stream,
                null,
                null,
                id,
                new EventType(type, 1),
                Instant.parse(moment),
                text(tree, "customerId"),
                text(tree, "userId"),
                "trace",
                command,
                null,
                actor,
                json.getBytes(StandardCharsets.UTF_8),
                "{\"actor\":\"%s\"}".formatted(actor).getBytes(StandardCharsets.UTF_8)));
        return id;
    }

    private static @Nullable String text(JsonNode tree, String field) {
        return tree.path(field).asString(null);
    }

    /** Answers with JSON, whatever the status. */
    JsonNode get(String path) {
        return JSON.readTree(get(path, "application/json").body());
    }

    HttpResponse<String> get(String path, String accept) {
        try {
            return client.send(
                    HttpRequest.newBuilder(server.url().resolve(path))
                            .header("Accept", accept)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        log.close();
    }
}
