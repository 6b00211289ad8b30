package tenure.benchmark;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import tenure.benchmark.fill.LogFiller;
import tenure.benchmark.market.Market;
import tenure.benchmark.measure.BenchmarkDatabase;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.benchmark.measure.Settings;
import tenure.eventstore.Appender;
import tenure.eventstore.read.LogSignal;

/**
 * Writes a log of a made-up market, of any length ({@code benchmark.events}), into an empty database
 * ({@code benchmark.database}) or one of its own. The same seed ({@code benchmark.seed}) and length lead to the same log,
 * save for the time of recording.
 */
public final class LoadGenerator {

    private static final long EVENTS = 10_000_000;
    private static final long SEED = 20_240_101;
    private static final long NANOS_PER_LINE = 1_000_000_000;

    private final long started = System.nanoTime();
    private long said = started;

    private LoadGenerator() {}

    /** Writes the log and prints how fast. */
    public static void main(String[] arguments) throws Exception {
        try {
            var events = Settings.count("benchmark.events", EVENTS);
            var seed = Settings.count("benchmark.seed", SEED);
            var url = Settings.text("benchmark.database", "");
            if (url.isEmpty()) {
                var directory = Path.of(Settings.text("benchmark.directory", "target"));
                try (var server = BenchmarkServer.start(directory);
                        var database = server.database("market")) {
                    new LoadGenerator().fill(database, seed, events);
                }
            } else {
                try (var database = new BenchmarkDatabase(url)) {
                    new LoadGenerator().fill(database, seed, events);
                }
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Writes such a log into an empty database. */
    static void write(BenchmarkDatabase database, long seed, long events) throws Exception {
        new LoadGenerator().fill(database, seed, events);
    }

    private void fill(BenchmarkDatabase database, long seed, long events) throws Exception {
        if (database.jdbc()
                        .sql("select position from eventstore.log_head")
                        .query((row, number) -> row.getLong(1))
                        .single()
                > 0) {
            throw new IllegalArgumentException(
                    "The log of this database holds events already; a market needs an empty one.");
        }
        try (var appender = new Appender(database.tenure(), new LogSignal())) {
            var digest = new LogFiller(appender, this::say).fill(Market.ofEvents(seed, events), seed, events);
            var seconds = (System.nanoTime() - started) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%,d events in %.1f s, %,.0f events/s; digest %s%n",
                    events,
                    seconds,
                    events / seconds,
                    digest);
        }
        database.settle();
    }

    private void say(long events, Instant moment) {
        var now = System.nanoTime();
        if (now - said >= NANOS_PER_LINE) {
            said = now;
            System.out.printf(
                    Locale.ROOT,
                    "%,12d events, %s, %,.0f events/s%n",
                    events,
                    LocalDate.ofInstant(moment, ZoneOffset.UTC),
                    events * 1e9 / (now - started));
        }
    }
}
