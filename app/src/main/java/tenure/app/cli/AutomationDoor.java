package tenure.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the automations of a running Tenure. */
final class AutomationDoor {

    private static final String PATH = "/api/v1/automations";
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);
    private static final int DONE = 200;

    /** How long a hold outlives an import that was killed. */
    private static final Duration HOLD = Duration.ofMinutes(5);

    private final URI tenure;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The door of the Tenure that answers there. */
    AutomationDoor(URI tenure) {
        var text = tenure.toString();
        this.tenure = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** How the automations are. */
    JsonNode state() {
        return answered(request("").GET());
    }

    /**
     * Does everything that was due up to a moment, however long it takes.
     *
     * @param until null for now
     * @param told  hears of each answer how much was done so far
     * @return what was done, by kind
     */
    Map<String, Long> run(@Nullable Instant until, Consumer<Long> told) {
        var body = JsonMapper.shared().createObjectNode();
        var done = new TreeMap<String, Long>();
        if (until != null) {
            body.put("until", until.toString());
        }
        while (true) {
            var answer = answered(request("/run").POST(HttpRequest.BodyPublishers.ofString(body.toString())));
            answer.path("fired")
                    .forEach(fired -> done.merge(
                            fired.path("kind").asString(""),
                            fired.path("recorded").asLong(0),
                            Long::sum));
            if (answer.path("complete").asBoolean(true)) {
                return done;
            }
            body.put("until", answer.path("until").asString(""));
            told.accept(done.values().stream().mapToLong(Long::longValue).sum());
        }
    }

    /** Holds them until it is closed, or until this process has been gone for a while. */
    Held hold(String holder) {
        hold(holder, HOLD);
        var renewal = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("automation-hold").factory());
        var renewing = renewal.scheduleAtFixedRate(
                () -> renew(holder), HOLD.toSeconds() / 5, HOLD.toSeconds() / 5, TimeUnit.SECONDS);
        return new Held(holder, renewal, renewing);
    }

    private void hold(String holder, Duration length) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("for", length.toString())
                .put("holder", holder)
                .toString();
        answered(request("/hold").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void renew(String holder) {
        try {
            hold(holder, HOLD);
        } catch (CommandProblem missed) {
            // The hold lasts for several of these, and a task that throws is not repeated.
        }
    }

    /** A hold that lasts. */
    final class Held implements AutoCloseable {
        private final String holder;
        private final ScheduledExecutorService renewal;
        private final ScheduledFuture<?> renewing;

        private Held(String holder, ScheduledExecutorService renewal, ScheduledFuture<?> renewing) {
            this.holder = holder;
            this.renewal = renewal;
            this.renewing = renewing;
        }

        /** Ends it; when that is not heard, it ends by itself. */
        void release() {
            close();
            try {
                answered(request("/hold?holder=" + holder).DELETE());
            } catch (CommandProblem unheard) {
                // It ends by itself.
            }
        }

        /** Has it last for that long without being prolonged; when that is not heard, it ends before. */
        void keep(Duration length) {
            close();
            try {
                hold(holder, length);
            } catch (CommandProblem unheard) {
                // It ends by itself.
            }
        }

        /** Prolongs it no more. Doing it twice is fine. */
        @Override
        public void close() {
            renewing.cancel(false);
            renewal.close();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(tenure + PATH + path))
                .timeout(LONGEST_ANSWER)
                .header("Content-Type", "application/json");
    }

    private JsonNode answered(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var empty = response.body().isEmpty();
            var json = empty
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(response.body());
            if (response.statusCode() / 100 * 100 != DONE) {
                throw new CommandProblem(
                        json.path("detail").asString(tenure + " answered " + response.statusCode() + "."));
            }
            return json;
        } catch (IOException e) {
            throw new CommandProblem("The Tenure at " + tenure + " does not answer.", e);
        } catch (JacksonException e) {
            throw new CommandProblem("What answers at " + tenure + " is not a Tenure.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandProblem("Interrupted.", e);
        }
    }
}
