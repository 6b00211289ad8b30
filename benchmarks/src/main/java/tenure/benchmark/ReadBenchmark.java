package tenure.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tenure.benchmark.http.CaughtUp;
import tenure.benchmark.http.TenureProcess;
import tenure.benchmark.measure.BenchmarkDatabase;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.benchmark.measure.Settings;
import tenure.benchmark.read.FirstAnswer;
import tenure.benchmark.read.Reads;
import tenure.benchmark.read.WhatIfReplay;

/**
 * How fast all views are built from a long log, how fast a Tenure with 512 MB of memory answers from them, and how soon after
 * it is started again, risk included. The log is that of a database ({@code benchmark.database}), whose views are dropped
 * unless {@code benchmark.only} leaves out the building, or one that is made first, of {@code benchmark.events} events.
 */
public final class ReadBenchmark {

    private static final List<String> PARTS = List.of("build", "answers", "start");
    private static final long EVENTS = 10_000_000;
    private static final long SEED = 20_240_101;
    private static final int TIMES = 300;

    private final BenchmarkDatabase database;
    private final Path directory;
    private final Path data;
    private long started = System.nanoTime();

    /** What Tenure keeps beside the database is for one run: another log may be vouched for in the usual place. */
    private ReadBenchmark(BenchmarkDatabase database, Path directory) throws IOException {
        this.database = database;
        this.directory = directory;
        this.data = Files.createTempDirectory(directory, "tenure-data");
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        try {
            var directory = Path.of(Settings.text("benchmark.directory", "target"));
            var url = Settings.text("benchmark.database", "");
            var parts = List.of(
                    Settings.text("benchmark.only", String.join(",", PARTS)).split(","));
            if (!PARTS.containsAll(parts)) {
                throw new IllegalArgumentException(
                        "benchmark.only takes any of " + String.join(",", PARTS) + ", with commas between.");
            }
            if (!url.isEmpty()) {
                try (var database = new BenchmarkDatabase(url)) {
                    new ReadBenchmark(database, directory).measure(parts);
                }
                return;
            }
            try (var server = BenchmarkServer.start(directory);
                    var database = server.database("market")) {
                LoadGenerator.write(
                        database, Settings.count("benchmark.seed", SEED), Settings.count("benchmark.events", EVENTS));
                new ReadBenchmark(database, directory).measure(parts);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void measure(List<String> parts) throws IOException, InterruptedException {
        var events = count("select position from eventstore.log_head");
        say(
                "%d cores, Java %s, PostgreSQL %s; %,d events",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                database.jdbc().sql("show server_version").query(String.class).single(),
                events);
        if (parts.contains("build")) {
            database.jdbc().sql("drop schema if exists query cascade").update();
        }
        try (var process = run()) {
            var tenure = process.awaitReady();
            started = System.nanoTime();
            new CaughtUp(tenure).await();
            if (parts.contains("build")) {
                var seconds = seconds();
                say("all views built in %.1f s, %,.0f events/s (50,000)", seconds, events / seconds);
            }
            if (parts.contains("answers")) {
                answers(process, tenure);
            }
        }
        if (parts.contains("start")) {
            started = System.nanoTime();
            try (var process = run()) {
                var tenure = process.awaitReady();
                say("started again, ready after %.1f s", seconds());
                var ready = seconds();
                awaitAnswers(tenure, "after the start");
                var days = customerDays();
                say(
                        "that is the risk of %,d customers' days, %,.0f a second (91,000: 20,000 customers over 18 months in 2 minutes)",
                        days, days / (seconds() - ready));
            }
        }
    }

    private void answers(TenureProcess process, URI tenure) throws IOException, InterruptedException {
        say(
                "%,d customers, %,d MB of packed lives",
                count("select count(distinct customer_id) from query.life where customer_id <> ''"),
                count("select pg_total_relation_size('query.life')") >> 20);
        started = System.nanoTime();
        awaitAnswers(tenure, "after that");
        say("%,d MB of heap in use", process.heapInUse() >> 20);
        var times = (int) Settings.count("benchmark.rounds", TIMES);
        new Reads(database, tenure, process::processorTime, times, System.out).measure();
        started = System.nanoTime();
        new WhatIfReplay(tenure).await(70);
        say("another risk model replayed over all of it in %.1f s (30)", seconds());
        say("%,d MB of heap in use after all of them, of 512", process.heapInUse() >> 20);
    }

    private TenureProcess run() throws IOException {
        return TenureProcess.run(
                directory,
                "start",
                "--port=0",
                "--data-dir=" + data,
                "--database-url=" + database.url().substring("jdbc:".length()));
    }

    private void awaitAnswers(URI tenure, String since) throws IOException, InterruptedException {
        new FirstAnswer(tenure, "/api/v1/funnels/onboarding").await();
        say("first funnel %.1f s %s", seconds(), since);
        new FirstAnswer(tenure, "/api/v1/risk").await();
        say("first risk of all %.1f s %s", seconds(), since);
    }

    /** From the first to the last that is told of each. */
    private long customerDays() {
        return count("""
                select sum(days) from (
                    select max(occurred_at)::date - min(occurred_at)::date + 1 days from eventstore.event
                    where customer_id is not null group by customer_id) lives
                """);
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    private double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
        System.out.flush();
    }
}
