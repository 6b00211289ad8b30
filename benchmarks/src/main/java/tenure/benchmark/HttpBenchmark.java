package tenure.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tenure.benchmark.http.Doors;
import tenure.benchmark.http.HttpTable;
import tenure.benchmark.http.Imports;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.benchmark.measure.Settings;

/** What a running Tenure takes in over HTTP, in one table, beside the engine in it. */
public final class HttpBenchmark {

    private static final List<String> PARTS = List.of("commands", "usage", "import");

    private HttpBenchmark() {}

    /** Measures what the system properties ask for and prints the table. */
    public static void main(String[] arguments) throws Exception {
        try {
            var settings = Settings.ofSystemProperties();
            var parts = List.of(
                    Settings.text("benchmark.only", String.join(",", PARTS)).split(","));
            if (!PARTS.containsAll(parts)) {
                throw new IllegalArgumentException(
                        "benchmark.only takes any of " + String.join(",", PARTS) + ", with commas between.");
            }
            measure(settings, parts);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void measure(Settings settings, List<String> parts) throws Exception {
        try (var server = BenchmarkServer.start(settings.directory())) {
            System.out.printf(
                    Locale.ROOT,
                    "%d cores, Java %s, PostgreSQL %s, flush of 8 kB %.0f µs; medians of %d rounds of %.1f s%n%n",
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version().feature(),
                    server.version(),
                    BenchmarkServer.flushMicros(settings.directory()),
                    settings.rounds(),
                    settings.length().toMillis() / 1e3);
            var table = new HttpTable(System.out);
            table.head();
            if (parts.contains("commands") || parts.contains("usage")) {
                Doors.measure(server, settings, parts, table);
            }
            if (parts.contains("import")) {
                var beside = settings.directory().toAbsolutePath().resolve("../../../shared/data/crmsim_public");
                Imports.measure(
                        server,
                        settings,
                        Path.of(Settings.text(
                                "benchmark.data", beside.normalize().toString())),
                        table);
            }
        }
    }
}
