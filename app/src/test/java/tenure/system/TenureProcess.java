package tenure.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tenure.TenureApplication;

/** Tenure as its users have it: a process of its own, started from the command line, on its own durable PostgreSQL. */
public final class TenureProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Pattern READY = Pattern.compile("Tenure is ready: (http://\\S+)");

    private final Process process;
    private final Path output;

    private TenureProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it on any free port and waits until it says that it is ready. */
    public static TenureProcess start(Path dataDirectory, String... options) {
        return start(PATIENCE, dataDirectory, options);
    }

    /** Like {@link #start(Path, String...)}, for a start that does long work before it is ready. */
    public static TenureProcess start(Duration patience, Path dataDirectory, String... options) {
        return start(classes(), patience, dataDirectory, options);
    }

    private static TenureProcess start(List<String> classes, Duration patience, Path dataDirectory, String... options) {
        if (!List.of(options).contains("--database-url")) {
            FreshDatabase.putInto(dataDirectory);
        }
        var arguments = new ArrayList<>(List.of("start", "--data-dir", dataDirectory.toString(), "--port", "0"));
        arguments.addAll(List.of(options));
        var started = launch(classes, arguments);
        await().atMost(patience).pollInterval(GLANCE).until(() -> started.isReady() || !started.process.isAlive());
        assertThat(started.isReady()).as(started.output()).isTrue();
        return started;
    }

    /** Runs any command line. */
    public static TenureProcess run(String... arguments) {
        return launch(classes(), List.of(arguments));
    }

    private static List<String> classes() {
        return PackedClasses.options(TenureProcess::learn);
    }

    private static void learn(List<String> classes) {
        try {
            start(classes, PATIENCE, Files.createTempDirectory("tenure-learning"))
                    .close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TenureProcess launch(List<String> classes, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(classes);
        command.add(TenureApplication.class.getName());
        command.addAll(arguments);
        try {
            var output = Files.createTempFile("tenure", ".out");
            return new TenureProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        return READY.matcher(output()).find();
    }

    /** Where it answers. */
    public URI url() {
        var ready = READY.matcher(output());
        assertThat(ready.find()).isTrue();
        return URI.create(ready.group(1));
    }

    /** Speaks HTTP to it. */
    public Http http() {
        return new Http(url());
    }

    /** Everything it has said so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has ended by itself. Returns its exit code. */
    public int exitCode() {
        return exitCode(PATIENCE);
    }

    /** The same, for work that takes longer. */
    public int exitCode(Duration patience) {
        await().atMost(patience).pollInterval(GLANCE).until(() -> !process.isAlive());
        return process.exitValue();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** {@code kill -9}: no chance to write anything down. Its PostgreSQL is left behind without a parent. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Ends it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        exitCode();
    }
}
