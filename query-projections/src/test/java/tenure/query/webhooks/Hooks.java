package tenure.query.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Manages webhooks over HTTP. */
final class Hooks {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI server;

    Hooks(URI server) {
        this.server = server;
    }

    HttpResponse<String> send(String method, String path, String body) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(server + "/api/v1/webhooks" + path))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String method, String path, String body) {
        var answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    /** A new endpoint for one customer's events; the answer has its id and its secret. */
    JsonNode create(Receiver receiver, String customerId) {
        return json("POST", "", "{\"url\":\"%s\",\"customerId\":\"%s\"}".formatted(receiver.url(), customerId));
    }

    static String id(JsonNode created) {
        return created.at("/webhook/id").asString();
    }

    static String secret(JsonNode created) {
        return created.get("secret").asString();
    }

    JsonNode status(String id) {
        return json("GET", "/" + id, "");
    }

    JsonNode deliveries(String id) {
        return json("GET", "/" + id + "/deliveries", "").get("deliveries");
    }
}
