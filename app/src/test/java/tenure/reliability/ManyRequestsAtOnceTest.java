package tenure.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.system.Http;
import tenure.system.TenureProcess;

/** Large requests in large numbers: whoever has no place is asked to come back, and nobody brings the house down. */
class ManyRequestsAtOnceTest {

    private static final int REQUESTS = 60;
    private static final int ITEMS = 1_000;

    @TempDir
    Path data;

    @Test
    void areTakenOrTurnedAwayInTheMemoryThereIs() throws Exception {
        try (var tenure = TenureProcess.start(data);
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var http = tenure.http();
            var answers = clients.invokeAll(IntStream.range(0, REQUESTS)
                    .<Callable<Http.Answer>>mapToObj(request -> () -> http.post("/api/v1/commands", batch(request)))
                    .toList());

            int taken = 0;
            for (var answer : answers) {
                var status = answer.get().status();
                assertThat(status).isIn(200, 503);
                if (status == 503) {
                    assertThat(answer.get().header("Retry-After")).isNotEmpty();
                    assertThat(answer.get().json().get("outcome").asString()).isEqualTo("not_applied");
                } else {
                    taken++;
                }
            }
            assertThat(taken).isPositive();
            assertThat(http.get("/api/v1/projections").json().get("logPosition").asInt())
                    .as("what was taken is in the log, behind the built-in definition, and nothing else is")
                    .isEqualTo(1 + taken * ITEMS);
        }
    }

    /** A batch of about three megabytes. */
    private static String batch(int request) {
        var features = IntStream.range(0, 90)
                .mapToObj(feature -> "\"a-feature-with-a-long-name-" + feature + "\":1")
                .collect(Collectors.joining(","));
        return IntStream.range(0, ITEMS)
                .mapToObj(item -> """
                        {"command":"report-usage-day","idempotencyKey":"%d-%d","body":{"customerId":"C-%d",
                         "day":"2024-01-01","activeUsers":1,"actions":90,"features":{%s},
                         "occurredAt":"2024-01-01T23:59:59Z"}}""".formatted(request, item, item, features))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), (List<String> items) -> "[" + String.join(",", items) + "]"));
    }
}
