package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.system.ForeignData;
import tenure.system.ImportedTenure;
import tenure.system.TenureProcess;

/** Drives the pages in a real Chromium, on a running Tenure with the foreign customers in it and on one with the demo company. */
@Tag("browser")
class PagesInABrowserTest {

    private static final Path WEB_UI = Path.of("../web-ui").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** Holds the demo company, and what the tests write beside it. */
    @TempDir
    static Path demoData;

    @Test
    void showWhatIsInTheLog() throws Exception {
        assumeTrue(
                getClass().getResource("/META-INF/resources/index.html") != null,
                "The pages are not built; ./mvnw verify builds them first.");
        ForeignData.crmsim();
        var tenure = ImportedTenure.shared();
        try (var demo = TenureProcess.start(Duration.ofMinutes(10), demoData, "--demo")) {
            ImportedTenure.awaitViews(demo.http());
            drive(tenure, demo);
        }
    }

    private static void drive(TenureProcess tenure, TenureProcess demo) throws Exception {
        var log = TARGET.resolve("browser-tests.log").toFile();
        var tests = new ProcessBuilder("node", "e2e/run.mjs").directory(WEB_UI.toFile());
        tests.environment().put("TENURE_URL", tenure.url().toString());
        tests.environment().put("TENURE_DEMO_URL", demo.url().toString());
        tests.environment()
                .put("TENURE_SCREENSHOTS", TARGET.resolve("screenshots").toString());
        tests.environment().put("CI", "true");
        var running = tests.redirectErrorStream(true).redirectOutput(log).start();

        assertThat(running.waitFor(30, TimeUnit.MINUTES)).as("ended in time").isTrue();
        assertThat(running.exitValue()).as(endOf(log)).isZero();
        assertThat(TARGET.resolve("screenshots").toFile().list()).hasSizeGreaterThan(10);
    }

    private static String endOf(File log) throws java.io.IOException {
        var text = java.nio.file.Files.readString(log.toPath());
        return text.substring(Math.max(0, text.length() - 8_000));
    }
}
