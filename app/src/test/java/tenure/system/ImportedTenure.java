package tenure.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;

/**
 * A running Tenure with the foreign customers in it: imported once for all tests of the run, with none running, and
 * started afterwards. Tests that share it only read.
 */
public final class ImportedTenure {

    private static TenureProcess shared;
    private static String report;

    private ImportedTenure() {}

    public static synchronized TenureProcess shared() {
        if (shared == null) {
            try {
                var data = Files.createTempDirectory("tenure-imported");
                try (var started = TenureProcess.run(
                        "import",
                        ForeignData.crmsim().toString(),
                        "--mapping",
                        "crmsim",
                        "--data-dir",
                        data.toString())) {
                    assertThat(started.exitCode()).as(started.output()).isZero();
                    report = started.output();
                }
                shared = TenureProcess.start(data);
                Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
                awaitViews(shared.http());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    /** What the import said at its end. */
    public static synchronized String report() {
        shared();
        return report;
    }

    /** Waits until every view has taken in the whole log. */
    public static void awaitViews(Http http) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            var projections = http.get("/api/v1/projections").json().get("projections");
            return !projections.isEmpty()
                    && projections
                            .valueStream()
                            .allMatch(view -> view.get("lagEvents").asLong() == 0);
        });
    }
}
