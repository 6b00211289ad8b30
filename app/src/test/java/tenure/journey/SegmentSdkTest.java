package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.system.Http;
import tenure.system.TenureProcess;
import tools.jackson.databind.JsonNode;

/** A product that speaks to Segment changes nothing but the host; and one that speaks to us sends masses at once. */
class SegmentSdkTest {

    private static final Path PROGRAM = Path.of("src/test/segment");

    @TempDir
    static Path data;

    @TempDir
    static Path program;

    private static TenureProcess tenure;
    private static Http http;

    @BeforeAll
    static void start() {
        tenure = TenureProcess.start(data);
        http = tenure.http();
    }

    @AfterAll
    static void stop() {
        tenure.close();
    }

    @Test
    void whatTheSdkSendsIsRecordedOnceHoweverOftenItIsSent() throws Exception {
        assumeTrue(Stream.of("node", "npm").allMatch(SegmentSdkTest::isInstalled), "Node.js and npm are needed.");
        for (var file : List.of("package.json", "package-lock.json", "send.mjs")) {
            Files.copy(PROGRAM.resolve(file), program.resolve(file));
        }
        run("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");

        run("node", "send.mjs", tenure.url().toString());
        var once = eventsOf("acme");
        run("node", "send.mjs", tenure.url().toString());

        assertThat(once)
                .containsExactlyInAnyOrder(
                        "customer.registered",
                        "user.invited",
                        "user.activated",
                        "usage.logged-on",
                        "usage.feature-used",
                        "usage.feature-used");
        assertThat(eventsOf("acme")).isEqualTo(once);
        assertThat(history("acme").toString())
                .contains("\"s-", "Quote Sent", "Pipeline", "steel")
                .doesNotContain("example.com");
    }

    @Test
    void tenThousandItemsAreTakenAtOnceAndOnce() {
        var items = IntStream.range(0, 10_000)
                .mapToObj(
                        "{\"type\":\"log-on\",\"userId\":\"u-%1$d\",\"customerId\":\"masses\",\"messageId\":\"n-%1$d\"}"
                                ::formatted)
                .toList();
        var body = "[" + String.join(",", items) + "]";

        var first = http.post("/api/v1/usage", body);
        var again = http.post("/api/v1/usage", body);

        assertThat(first.json().get("accepted").asInt()).as(first.toString()).isEqualTo(10_000);
        assertThat(first.header("Tenure-Position"))
                .isEqualTo(first.json().get("position").asString());
        assertThat(again.json().get("accepted").asInt()).as(again.toString()).isZero();
        assertThat(again.json().get("repeated").asInt()).isEqualTo(10_000);
    }

    private static List<String> eventsOf(String customer) {
        return history(customer)
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
    }

    private static JsonNode history(String customer) {
        var answer = http.get("/api/v1/customers/" + customer + "/history");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("events");
    }

    private static boolean isInstalled(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(program.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
