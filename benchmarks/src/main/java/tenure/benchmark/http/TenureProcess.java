package tenure.benchmark.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tenure as its users have it: started by the script, which builds it first when that is needed. */
public final class TenureProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Tenure is ready: (http://\\S+)");
    private static final Pattern USED = Pattern.compile("(?:DefNew|Tenured) +total \\d+K, used (\\d+)K");
    private static final long BYTES_PER_KB = 1_024;
    private static final long LOOK_MILLIS = 100;

    private final Process process;
    private final Path output;

    private TenureProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Runs the script.
     *
     * @param directory for what it writes on the way
     */
    public static TenureProcess run(Path directory, String... arguments) throws IOException {
        var script = directory.toAbsolutePath().resolve("../../tenure").normalize();
        if (!Files.isExecutable(script)) {
            throw new IllegalArgumentException(
                    "There is no " + script + "; benchmark.directory must be benchmarks/target of the project.");
        }
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(directory, "tenure", ".out");
        return new TenureProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** Waits until it says that it is ready; returns where it answers. */
    public URI awaitReady() throws IOException, InterruptedException {
        while (true) {
            var running = process.isAlive();
            var ready = READY.matcher(output());
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
            if (!running) {
                throw new IllegalStateException("Tenure did not start: " + output());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Waits until it has ended by itself; everything that it said when it was content. */
    public String awaitDone() throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Tenure could not do it: " + output());
        }
        return output();
    }

    /** Processor time that it took so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Bytes of the heap that are in use after it was cleared of what nothing needs. */
    public long heapInUse() throws IOException {
        jcmd("GC.run");
        return USED.matcher(jcmd("GC.heap_info"))
                .results()
                .mapToLong(used -> Long.parseLong(used.group(1)) * BYTES_PER_KB)
                .sum();
    }

    private String jcmd(String order) throws IOException {
        var jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        order)
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String output() throws IOException {
        return Files.readString(output);
    }

    /** Ends it as Ctrl-C does. */
    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        Files.delete(output);
    }
}
