package tenure.benchmark;

import java.nio.file.Path;
import java.util.Locale;
import tenure.benchmark.http.CaughtUp;
import tenure.benchmark.http.TenureProcess;
import tenure.benchmark.measure.BenchmarkDatabase;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.benchmark.measure.Settings;
import tenure.benchmark.read.Reads;

/**
 * How fast all views are built from a long log, and how fast a Tenure with 512 MB of memory answers from them. The log is
 * that of a database ({@code benchmark.database}), or one that is made first, of {@code benchmark.events} events.
 */
public final class ReadBenchmark {

    private static final long EVENTS = 10_000_000;
    private static final long SEED = 20_240_101;
    private static final int TIMES = 300;

    private ReadBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        try {
            var directory = Path.of(Settings.text("benchmark.directory", "target"));
            var url = Settings.text("benchmark.database", "");
            if (!url.isEmpty()) {
                try (var database = new BenchmarkDatabase(url)) {
                    measure(database, directory);
                }
                return;
            }
            try (var server = BenchmarkServer.start(directory);
                    var database = server.database("market")) {
                LoadGenerator.write(
                        database, Settings.count("benchmark.seed", SEED), Settings.count("benchmark.events", EVENTS));
                measure(database, directory);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void measure(BenchmarkDatabase database, Path directory) throws Exception {
        database.jdbc().sql("drop schema if exists query cascade").update();
        long events = database.jdbc()
                .sql("select position from eventstore.log_head")
                .query(Long.class)
                .single();
        try (var process = TenureProcess.run(
                directory,
                "start",
                "--port=0",
                "--database-url=" + database.url().substring("jdbc:".length()))) {
            var tenure = process.awaitReady();
            var start = System.nanoTime();
            new CaughtUp(tenure).await();
            var seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d cores, Java %s; all views built from %,d events in %.1f s, %,.0f events/s (50,000)%n%n",
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version().feature(),
                    events,
                    seconds,
                    events / seconds);
            new Reads(database, tenure, (int) Settings.count("benchmark.rounds", TIMES), System.out).measure();
        }
    }
}
