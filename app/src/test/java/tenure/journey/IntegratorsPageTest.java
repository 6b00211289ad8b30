package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.system.TenureProcess;

/** The commands of {@code docs/integrators.md} do what the page says, as they stand there. */
class IntegratorsPageTest {

    private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)```");

    @TempDir
    Path data;

    @Test
    void leadsFromCurlToAFunnel() throws Exception {
        assumeTrue(isInstalled("curl"), "curl is not installed, so the commands of the page are not run.");
        try (var tenure = TenureProcess.start(data)) {
            var place = tenure.url().toString();
            var said = run(commands().stream()
                    .map(block -> block.replaceAll("http://(127\\.0\\.0\\.1|localhost):8080", place))
                    .toList());

            assertThat(said).doesNotContain("not_applied").contains("\"accepted\":2");
            var funnel = tenure.http()
                    .get("/api/v1/funnels/to-value?from=2026-01-01&to=2026-01-31")
                    .json();
            assertThat(funnel.get("steps")
                            .valueStream()
                            .map(step -> step.get("reached").asInt()))
                    .containsExactly(1, 1, 1, 1);
        }
    }

    private static List<String> commands() throws Exception {
        var page = Files.readString(Path.of("../docs/integrators.md"));
        return SHELL.matcher(page).results().map(block -> block.group(1)).toList();
    }

    private static String run(List<String> blocks) throws Exception {
        var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", String.join("\n", blocks))
                .redirectErrorStream(true)
                .start();
        var said = new String(shell.getInputStream().readAllBytes());
        assertThat(shell.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
