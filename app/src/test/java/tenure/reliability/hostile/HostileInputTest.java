package tenure.reliability.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenure.eventstore.drill.Drill;
import tenure.system.ImportedTenure;
import tenure.system.TenureProcess;

/**
 * Requests drawn from the description of the interface, most of them wrong in a place or two. Each is answered in a way
 * that a client can work with, and whatever was accepted every view can take in.
 */
class HostileInputTest {

    private static final int CLIENTS = 8;

    @TempDir
    Path data;

    private final Drill drill = new Drill("hostile");
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

    @Test
    void isAnsweredAndNeverStoredWhenNoViewCanTakeItIn() throws Exception {
        try (var tenure = TenureProcess.start(data);
                var http = HttpClient.newHttpClient();
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var operations = Operation.in(tenure.http().get("/v3/api-docs").json());
            int each = drill.amount("requests", 15_000) / CLIENTS;
            var parts = clients.invokeAll(IntStream.range(0, CLIENTS)
                    .<Callable<Void>>mapToObj(client -> () -> {
                        send(http, tenure.url(), operations, each, client);
                        return null;
                    })
                    .toList());
            for (var part : parts) {
                part.get();
            }

            statuses.forEach((status, count) -> drill.figure("answered " + status, count.sum()));
            drill.report();
            assertThat(complaints).isEmpty();
            assertThat(statuses).as("some were accepted").containsKey(201);
            ImportedTenure.awaitViews(tenure.http());
            var views = tenure.http().get("/api/v1/projections").json().get("projections");
            assertThat(views)
                    .allSatisfy(view -> assertThat(view.get("parkedEvents").asLong())
                            .as(view.toString())
                            .isZero());
        }
    }

    private void send(HttpClient http, URI base, List<Operation> operations, int requests, int client)
            throws Exception {
        var random = drill.random(client);
        for (int i = 0; i < requests; i++) {
            if (client == 0 && i % 2_500 == 0) {
                drill.say(i * CLIENTS + " requests, " + complaints.size() + " complaints");
            }
            var request = HostileRequest.to(operations.get(random.nextInt(operations.size())), random);
            HttpResponse<String> answer;
            try {
                answer = http.send(request.to(base), BodyHandlers.ofString());
            } catch (IOException cutOff) {
                if (!request.isHuge()) {
                    complaints.add(request + " was not answered: " + cutOff);
                }
                continue;
            }
            statuses.computeIfAbsent(answer.statusCode(), status -> new LongAdder())
                    .increment();
            Complaint.about(
                            request.method(),
                            answer.statusCode(),
                            answer.headers().firstValue("Content-Type").orElse(""),
                            answer.headers().firstValue("Retry-After").orElse(""),
                            answer.body())
                    .ifPresent(complaint -> complaints.add(request + " was answered by " + complaint));
        }
    }

    /** The control: answers that nobody should get are complained about. */
    @ParameterizedTest
    @CsvSource({
        "500, application/problem+json, '{\"status\":500,\"code\":\"UNEXPECTED\",\"detail\":\"Sorry.\"}'",
        "503, text/plain, Later",
        "400, text/html, <h1>Bad</h1>",
        "400, application/problem+json, '{\"status\":400}'",
        "200, application/json, '{\"trace\":\"at tenure.command.Intake.take(Intake.java:1)\"}'",
        "409, application/problem+json, '{\"status\":409,\"code\":\"A\",\"detail\":\"java.lang.IllegalStateException\"}'"
    })
    void isComplainedAboutWhenItIsAnsweredBadly(int status, String type, String body) {
        assertThat(Complaint.about("POST", status, type, "", body)).isPresent();
    }
}
