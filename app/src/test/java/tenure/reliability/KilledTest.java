package tenure.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.system.ForeignData;
import tenure.system.Http;
import tenure.system.ImportedTenure;
import tenure.system.TenureProcess;

/** What was acknowledged is there after {@code kill -9}, and what was interrupted can be done again. */
class KilledTest {

    @TempDir
    Path data;

    @Test
    void keepsEveryAcknowledgedCommandWhenItIsKilledUnderLoad() throws Exception {
        List<String> acknowledged;
        try (var tenure = TenureProcess.start(data)) {
            acknowledged = registerUntilKilled(tenure);
        }
        assertThat(acknowledged).hasSizeGreaterThan(50);

        try (var again = TenureProcess.start(data)) {
            ImportedTenure.awaitViews(again.http());
            var known = new ArrayList<String>();
            var cursor = "";
            do {
                var page =
                        again.http().get("/api/v1/customers?limit=500" + cursor).json();
                page.get("customers")
                        .valueStream()
                        .forEach(row -> known.add(row.get("customerId").asString()));
                cursor = page.get("nextCursor").isNull()
                        ? ""
                        : "&cursor=" + page.get("nextCursor").asString();
            } while (!cursor.isEmpty());
            assertThat(known).containsAll(acknowledged);
            assertThat(again.http()
                            .command("register-customer", registration("after"))
                            .status())
                    .isEqualTo(201);
        }
    }

    private static List<String> registerUntilKilled(TenureProcess tenure) throws InterruptedException {
        var acknowledged = java.util.Collections.synchronizedList(new ArrayList<String>());
        var http = tenure.http();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(client -> clients.submit(() -> {
                        for (int i = 0; tenure.isRunning(); i++) {
                            var id = "C-" + client + "-" + i;
                            if (http.command("register-customer", registration(id))
                                            .status()
                                    == 201) {
                                acknowledged.add(id);
                            }
                        }
                    }));
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() > 100);
            tenure.kill();
        }
        return List.copyOf(acknowledged);
    }

    @Test
    void endsInTheSameStateWhenAnImportIsKilledAndDoneAgain() {
        var files = ForeignData.crmsim().toString();
        var whole = ImportedTenure.shared().http();

        try (var interrupted =
                TenureProcess.run("import", files, "--mapping", "crmsim", "--data-dir", data.toString())) {
            await().atMost(Duration.ofMinutes(2)).until(() -> someRowsAreIn(interrupted));
            assertThat(interrupted.isRunning()).as(interrupted.output()).isTrue();
            interrupted.kill();
            assertThat(interrupted.output()).doesNotContain("Everything is in.");
        }
        try (var again = TenureProcess.run("import", files, "--mapping", "crmsim", "--data-dir", data.toString())) {
            assertThat(again.exitCode()).as(again.output()).isZero();
            assertThat(again.output())
                    .as("some rows were in, and some were not")
                    .containsPattern("all +123,517 +[1-9][0-9,]* +[1-9][0-9,]* +0 +0");
        }

        try (var tenure = TenureProcess.start(data)) {
            ImportedTenure.awaitViews(tenure.http());
            for (var question : List.of(
                    "/api/v1/totals?asOf=2022-12-31",
                    "/api/v1/totals?asOf=2023-06-30",
                    "/api/v1/customers?asOf=2023-06-30&limit=500",
                    "/api/v1/funnels/adoption?asOf=2023-06-30")) {
                assertThat(answer(tenure.http(), question)).isEqualTo(answer(whole, question));
            }
        }
    }

    /** The position tells that the log has as many events as that of an import that was never interrupted. */
    private static String answer(Http http, String question) {
        return http.get(question).response().body();
    }

    /** The import has no HTTP address to ask, but its progress names what it has read. */
    private static boolean someRowsAreIn(TenureProcess running) {
        return running.output()
                        .lines()
                        .anyMatch(line ->
                                line.matches(".*\\b[1-9]\\d{1,2}(,\\d{3})+ .*") || line.matches(".*\\b[2-9]\\d %.*"))
                || !running.isRunning();
    }

    @Test
    void leavesNoDatabaseBehindWhenItIsStopped() {
        try (var tenure = TenureProcess.start(data)) {
            assertThat(databases()).isNotEmpty();
            assertThat(tenure.isRunning()).isTrue();
        }
        assertThat(databases()).isEmpty();
    }

    private List<ProcessHandle> databases() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .map(line -> line.contains("postgres") && line.contains(data.toString()))
                        .orElse(false))
                .toList();
    }

    private static String registration(String id) {
        return """
                {"customerId":"%s","name":"%s","registeredOn":"2024-01-01","profile":{}}""".formatted(id, id);
    }
}
