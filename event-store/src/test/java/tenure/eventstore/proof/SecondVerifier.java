package tenure.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The verifier in JavaScript, which was written from docs/log-format.md alone. */
final class SecondVerifier {

    private SecondVerifier() {}

    /** Whether there is a Node.js to run it with. */
    static boolean canRun() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    }

    /** Runs it over an export. Returns what it printed. */
    static String run(Path export, Map<String, String> options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", "src/test/verifier/verify-log.mjs", export.toString()));
        options.forEach((name, value) -> command.addAll(List.of(name, value)));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(output).isEqualTo(output.startsWith("intact") ? 0 : 1);
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
