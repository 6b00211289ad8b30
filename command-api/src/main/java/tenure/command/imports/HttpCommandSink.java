package tenure.command.imports;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenure.command.imports.ItemOutcome.Status;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends items to the batch door of a running Tenure. A lost connection, a busy server or an item that failed there is
 * tried again for a while; the keys of the items make that safe.
 */
public final class HttpCommandSink implements CommandSink {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);
    private static final long LONGEST_PAUSE_MILLIS = 4_000;
    private static final int MOST_BYTES = 3_500_000;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FAULT_OF_THE_SERVER = 500;

    private final ManyDoor form;
    private final URI door;
    private final String actor;
    private final Duration patience;
    private final HttpClient client;
    private final @Nullable Trial trial;

    /**
     * Sends to a Tenure.
     *
     * @param address where it answers, such as {@code http://localhost:8080}
     * @param actor   whom the history will name, such as {@code import:crmsim}
     * @param dryRun  whether everything is only decided, and nothing stored
     */
    public HttpCommandSink(URI address, String actor, boolean dryRun) {
        this(address, actor, dryRun, PATIENCE);
    }

    /** The same for the door that takes usage only; it does not say which items were repeated, only how many. */
    static HttpCommandSink ofUsage(URI address, String actor) {
        return new HttpCommandSink(ManyDoor.USAGE, address, actor, false, PATIENCE);
    }

    HttpCommandSink(URI address, String actor, boolean dryRun, Duration patience) {
        this(ManyDoor.COMMANDS, address, actor, dryRun, patience);
    }

    private HttpCommandSink(ManyDoor form, URI address, String actor, boolean dryRun, Duration patience) {
        String base = address.toString();
        this.form = form;
        this.door = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + form.path()
                + (dryRun ? "?dryRun=true" : ""));
        this.trial = dryRun ? new Trial() : null;
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
        Set<Integer> acceptedBefore = new HashSet<>();
        while (true) {
            Attempt attempt = attempt(body, items);
            if (!attempt.worthAnother()) {
                return attempt.outcomes(acceptedBefore);
            }
            acceptedBefore.addAll(attempt.accepted());
            if (System.nanoTime() > deadline) {
                throw new ImportStopped("%s did not take it: %s".formatted(door, attempt.trouble()));
            }
            sleep(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private Attempt attempt(byte[] body, List<ImportItem> sent) {
        try {
            var response = client.send(
                    HttpRequest.newBuilder(door)
                            .timeout(LONGEST_ANSWER)
                            .header("Content-Type", "application/x-ndjson")
                            .header("Tenure-Actor", actor)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == TOO_MANY_REQUESTS || response.statusCode() >= FAULT_OF_THE_SERVER) {
                return Attempt.again("status " + response.statusCode());
            }
            return outcomes(response, sent);
        } catch (IOException lost) {
            return Attempt.again(lost.getMessage() == null ? lost.getClass().getSimpleName() : lost.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ImportStopped("Interrupted.");
        }
    }

    private Attempt outcomes(HttpResponse<String> response, List<ImportItem> sent) {
        JsonNode answer = parsed(response);
        if (response.statusCode() != 200) {
            throw new ImportStopped("%s answered %d: %s"
                    .formatted(
                            door, response.statusCode(), answer.path("detail").asString("")));
        }
        List<JsonNode> items = form.items(answer, sent.size());
        if (items.size() != sent.size()) {
            throw new ImportStopped("%s is not the batch door of a Tenure.".formatted(door));
        }
        List<ItemOutcome> outcomes = new ArrayList<>();
        String trouble = "";
        for (JsonNode item : items) {
            if (trouble.isEmpty()) {
                trouble = troubleOf(item, sent.get(outcomes.size()));
            }
            outcomes.add(tried(sent.get(outcomes.size()), item, outcome(item)));
        }
        return new Attempt(outcomes, trouble);
    }

    private ItemOutcome tried(ImportItem item, JsonNode answer, ItemOutcome outcome) {
        if (trial == null) {
            return outcome;
        }
        if (outcome.status() != Status.REFUSED) {
            trial.made(answer.path("stream").asString(""));
        }
        return trial.judged(item, outcome);
    }

    /** What may be gone when the item is sent again; empty when its outcome is final. */
    private static String troubleOf(JsonNode item, ImportItem sent) {
        if (item.path("code").asString("").equals("IN_FLIGHT")) {
            return "an earlier delivery is still being worked on.";
        }
        return item.path("status").asInt(0) < FAULT_OF_THE_SERVER
                ? ""
                : "%s:%d  %s  %s"
                        .formatted(
                                sent.file(),
                                sent.line(),
                                item.path("code").asString("UNKNOWN"),
                                item.path("detail").asString(""));
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
        // A trial has nothing created to answer with 201, but names the events that there would be.
        return ItemOutcome.of(status == 201 || !item.path("events").isEmpty() ? Status.ACCEPTED : Status.UNCHANGED);
    }

    private byte[] lines(List<ImportItem> items) {
        var lines = new StringBuilder();
        for (ImportItem item : items) {
            lines.append(form.line(item)).append('\n');
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

        /** Places of the items that were recorded. */
        Set<Integer> accepted() {
            return IntStream.range(0, outcomes.size())
                    .filter(index -> outcomes.get(index).status() == Status.ACCEPTED)
                    .boxed()
                    .collect(toSet());
        }

        /** The outcomes; what an earlier attempt of this very import recorded counts as accepted, not as repeated. */
        List<ItemOutcome> outcomes(Set<Integer> acceptedBefore) {
            return IntStream.range(0, outcomes.size())
                    .mapToObj(index ->
                            acceptedBefore.contains(index) ? ItemOutcome.of(Status.ACCEPTED) : outcomes.get(index))
                    .toList();
        }
    }
}
