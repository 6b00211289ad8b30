package tenure.eventstore.drill;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A main class of the tests in a process of its own, which can be paused at any instant and killed. */
public final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private ChildProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it with the class path of the tests and these system properties. */
    public static ChildProcess start(Class<?> main, Map<String, ?> properties) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        // Surefire hides the class path in a jar of its own.
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        try {
            var output = Files.createTempFile("tenure", ".out");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            // A paused child would outlive this process.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ChildProcess(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the child: ends it when its parent is gone. */
    public static void endWithParent() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nobody says anything; only the end counts.
                }
            } catch (IOException e) {
                // As good as the end.
            }
            Runtime.getRuntime().halt(0);
        });
    }

    /** {@code SIGSTOP}: it stands still between any two instructions, and does when this returns. */
    public void pause() {
        Signals.send("STOP", process.pid());
        while (process.isAlive() && !standsStill()) {
            Thread.onSpinWait();
        }
    }

    /** The state follows the name of the program, which stands in parentheses. */
    private boolean standsStill() {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return line.charAt(line.lastIndexOf(')') + 2) == 'T';
        } catch (IOException e) {
            // Gone, or a system that does not tell.
            return true;
        }
    }

    /** {@code SIGCONT}. */
    public void resume() {
        Signals.send("CONT", process.pid());
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** What it has said so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Sends signals through one shell that is kept, as starting a process takes longer than many a pause lasts. */
    private static final class Signals {
        private static final BufferedWriter SHELL = shell();

        private static BufferedWriter shell() {
            try {
                return new ProcessBuilder("sh")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .outputWriter();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static synchronized void send(String signal, long pid) {
            try {
                SHELL.write("kill -" + signal + " " + pid + "\n");
                SHELL.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
