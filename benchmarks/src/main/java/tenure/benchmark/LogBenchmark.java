package tenure.benchmark;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import tenure.benchmark.append.Appends;
import tenure.benchmark.command.Commands;
import tenure.benchmark.lag.Lags;
import tenure.benchmark.load.Loads;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.benchmark.measure.Settings;
import tenure.benchmark.measure.Table;
import tenure.benchmark.replay.Replays;

/** The log beside its peers, in one table: Axon's own engines and what plain SQL does on the same server. */
public final class LogBenchmark {

    private interface Part {
        void measure(BenchmarkServer server, Settings settings, Table table) throws Exception;
    }

    private static final SequencedMap<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("appends", Appends::measure);
        PARTS.put("commands", Commands::measure);
        PARTS.put("loads", Loads::measure);
        PARTS.put("replay", Replays::measure);
        PARTS.put("lag", Lags::measure);
    }

    private LogBenchmark() {}

    /** Measures what {@link Settings} ask for and prints the table. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("disable-axoniq-console-message", "true");
        System.setProperty("axon.update-check.disabled", "true");
        Settings settings;
        try {
            settings = settings();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        measure(settings);
    }

    private static Settings settings() {
        var settings = Settings.ofSystemProperties();
        if (!PARTS.keySet().containsAll(settings.parts())) {
            throw new IllegalArgumentException(
                    "benchmark.only takes any of " + String.join(",", PARTS.keySet()) + ", with commas between.");
        }
        return settings;
    }

    private static void measure(Settings settings) throws Exception {
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
            var table = new Table(System.out);
            table.head();
            for (var part : PARTS.entrySet()) {
                if (settings.parts().contains(part.getKey())) {
                    part.getValue().measure(server, settings, table);
                }
            }
        }
    }
}
