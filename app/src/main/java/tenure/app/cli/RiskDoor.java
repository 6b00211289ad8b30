package tenure.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.IntConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the risk models of a running Tenure. */
final class RiskDoor {

    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);
    private static final int DONE = 200;

    private final URI tenure;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The door of the Tenure that answers there. */
    RiskDoor(URI tenure) {
        var text = tenure.toString();
        this.tenure = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** How good a model is. */
    JsonNode evaluation(String query, IntConsumer told) {
        return finished(() -> request("/api/v1/risk/evaluation", query).GET(), told);
    }

    /** How good models are that are learned as history comes. */
    JsonNode learnedEvaluation(String query, IntConsumer told) {
        return finished(() -> request("/api/v1/risk/evaluation/learned", query).GET(), told);
    }

    /** What is learned now. */
    JsonNode learned(String query, IntConsumer told) {
        return finished(
                () -> request("/api/v1/risk/learn", query).POST(HttpRequest.BodyPublishers.ofString("{}")), told);
    }

    /** Asks again until it is done; each answer waits by itself. */
    private JsonNode finished(java.util.function.Supplier<HttpRequest.Builder> question, IntConsumer told) {
        while (true) {
            var answer = answered(question.get());
            if (answer.path("state").asString("").equals("done")) {
                return answer.path("result");
            }
            told.accept(answer.path("customersSeen").asInt(0));
        }
    }

    private HttpRequest.Builder request(String path, String query) {
        var address = query.isEmpty() ? path : path + "?" + query.substring(1);
        return HttpRequest.newBuilder(URI.create(tenure + address))
                .timeout(LONGEST_ANSWER)
                .header("Content-Type", "application/json");
    }

    private JsonNode answered(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var json = JsonMapper.shared().readTree(response.body());
            if (response.statusCode() != DONE) {
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
