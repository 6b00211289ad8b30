package tenure.command.imports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tenure.command.imports.ItemOutcome.Status;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sends items to the batch door of a running Tenure. A lost connection or a busy server is tried again for a while; the
 * keys of the items make that safe.
 */
public final class HttpCommandSink implements CommandSink {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);
    private static final long LONGEST_PAUSE_MILLIS = 4_000;
    private static final int MOST_BYTES = 3_500_000;
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(429, 502, 503, 504);

    private final URI door;
    private final String actor;
    private final Duration patience;
    private final HttpClient client;

    /**
     * Sends to a Tenure.
     *
     * @param address where it answers, such as {@code http://localhost:8080}
     * @param actor   whom the history will name, such as {@code import:crmsim}
     */
    public HttpCommandSink(URI address, String actor) {
        this(address, actor, PATIENCE);
    }

    HttpCommandSink(URI address, String actor, Duration patience) {
        String base = address.toString();
        this.door = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/api/v1/commands");
        this.actor = actor;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    @Override
    public List<ItemOutcome> send(List<ImportItem> items) {
        byte[] body = lines(items);
        if (body.length > MOST_BYTES && items.size() > 1) {
            List<ItemOutcome> outcomes = new ArrayList<>(send(items.subList(0, items.size() / 2)));
            outcomes.addAll(send(items.subList(items.size() / 2, items.size())));
            return outcomes;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = 100;
        while (true) {
            Attempt attempt = attempt(body, items.size());
            if (!attempt.worthAnother()) {
                return attempt.outcomes();
            }
            if (System.nanoTime() > deadline) {
                throw new ImportStopped("%s did not take it: %s".formatted(door, attempt.trouble()));
            }
            sleep(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private Attempt attempt(byte[] body, int size) {
        try {
            var response = client.send(
                    HttpRequest.newBuilder(door)
                            .timeout(LONGEST_ANSWER)
                            .header("Content-Type", "application/x-ndjson")
                            .header("Tenure-Actor", actor)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (WORTH_ANOTHER_TRY.contains(response.statusCode())) {
                return Attempt.again("status " + response.statusCode());
            }
            return outcomes(response, size);
        } catch (IOException lost) {
            return Attempt.again(lost.getMessage() == null ? lost.getClass().getSimpleName() : lost.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ImportStopped("Interrupted.");
        }
    }

    private Attempt outcomes(HttpResponse<String> response, int size) {
        JsonNode answer = parsed(response);
        if (response.statusCode() != 200) {
            throw new ImportStopped("%s answered %d: %s"
                    .formatted(
                            door, response.statusCode(), answer.path("detail").asString("")));
        }
        List<ItemOutcome> outcomes = new ArrayList<>();
        for (JsonNode item : answer.path("items")) {
            if (item.path("code").asString("").equals("IN_FLIGHT")) {
                return Attempt.again("an earlier delivery is still being worked on");
            }
            outcomes.add(outcome(item));
        }
        if (outcomes.size() != size) {
            throw new ImportStopped("%s is not the batch door of a Tenure.".formatted(door));
        }
        return new Attempt(outcomes, "");
    }

    private JsonNode parsed(HttpResponse<String> response) {
        try {
            return JsonMapper.shared().readTree(response.body());
        } catch (JacksonException notJson) {
            throw new ImportStopped("%s answered %d without JSON.".formatted(door, response.statusCode()));
        }
    }

    private static ItemOutcome outcome(JsonNode item) {
        int status = item.path("status").asInt(0);
        if (status != 200 && status != 201) {
            return ItemOutcome.refused(
                    item.path("code").asString("UNKNOWN"), item.path("detail").asString(""));
        }
        if (item.path("replayed").asBoolean(false)) {
            return ItemOutcome.of(Status.REPEATED);
        }
        return ItemOutcome.of(status == 201 ? Status.ACCEPTED : Status.UNCHANGED);
    }

    private static byte[] lines(List<ImportItem> items) {
        var lines = new StringBuilder();
        for (ImportItem item : items) {
            var line = JsonNodeFactory.instance
                    .objectNode()
                    .put("command", item.command())
                    .put("idempotencyKey", item.key());
            line.set("body", item.body());
            lines.append(line).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ImportStopped("Interrupted.");
        }
    }

    private record Attempt(List<ItemOutcome> outcomes, String trouble) {
        static Attempt again(String trouble) {
            return new Attempt(List.of(), trouble);
        }

        boolean worthAnother() {
            return !trouble.isEmpty();
        }
    }
}
