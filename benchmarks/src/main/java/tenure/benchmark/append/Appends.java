package tenure.benchmark.append;

import static tenure.benchmark.measure.Table.Column.AXON_JDBC;
import static tenure.benchmark.measure.Table.Column.AXON_JPA;
import static tenure.benchmark.measure.Table.Column.COPY;
import static tenure.benchmark.measure.Table.Column.PLAIN;
import static tenure.benchmark.measure.Table.Column.TENURE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import tenure.benchmark.axon.AxonJdbc;
import tenure.benchmark.axon.AxonJpa;
import tenure.benchmark.event.Samples;
import tenure.benchmark.measure.BenchmarkDatabase;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.benchmark.measure.Callers;
import tenure.benchmark.measure.Callers.Worker;
import tenure.benchmark.measure.Rounds;
import tenure.benchmark.measure.Rounds.Contestant;
import tenure.benchmark.measure.Settings;
import tenure.benchmark.measure.Table;
import tenure.eventstore.Appender;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.read.LogSignal;

/** Durable appends: one event by so many callers at the same time, and many events by one. */
public final class Appends {

    /** More connections do not make anybody faster on a small machine; pgbench may try more. */
    private static final int MOST_CONNECTIONS = 32;

    private static final int MOST_CLIENTS = 64;

    private static final String BY_ENGINE = ", by Axon's interface";

    private static final SequencedMap<String, String> SINGLE = new LinkedHashMap<>();

    static {
        SINGLE.put("append", "append");
        SINGLE.put("keyed", "append with key");
        SINGLE.put("engine", "append with key" + BY_ENGINE);
    }

    private static final Map<Integer, Double> AIMS = Map.of(1, 1.0, 32, 2.0, 256, 4.0);

    private final Settings settings;
    private final Table table;
    private final BenchmarkDatabase database;
    private final Appender appender;
    private final EventStorageEngine engine;
    private final EventStorageEngine jdbc;
    private final EventStorageEngine jpa;
    private final DataSource bare;
    private final Optional<Path> pgbench;
    private final Path script;

    private Appends(BenchmarkDatabase database, Appender appender, Settings settings, Table table) throws Exception {
        this.settings = settings;
        this.table = table;
        this.database = database;
        this.appender = appender;
        this.engine = new PostgresEventStorageEngine(
                appender, database.jdbc(), Samples.names(), Samples.json(), IllegalStateException::new);
        this.jdbc = AxonJdbc.create(database, MOST_CONNECTIONS).engine();
        this.jpa = AxonJpa.create(database, MOST_CONNECTIONS).engine();
        this.bare = database.pool("public", MOST_CONNECTIONS);
        this.pgbench = PgBench.installed();
        this.script = PgBench.script(settings.directory());
        BareTable.create(database.jdbc());
    }

    /** Measures and prints the rows. */
    public static void measure(BenchmarkServer server, Settings settings, Table table) throws Exception {
        try (var database = server.database("appends");
                var appender = new Appender(database.tenure(), new LogSignal())) {
            var appends = new Appends(database, appender, settings, table);
            try {
                appends.all();
            } finally {
                Files.delete(appends.script);
            }
        }
    }

    private void all() throws Exception {
        table.section("durable events a second; plain SQL: a bare insert by " + inserter());
        for (int inFlight : settings.inFlight()) {
            single(inFlight);
        }
        many(10);
        many(1_000);
    }

    private String inserter() throws IOException, InterruptedException {
        return pgbench.isPresent() ? PgBench.version(pgbench.get()) : "JDBC, as pgbench is not installed";
    }

    private void single(int inFlight) throws Exception {
        var contest = new LinkedHashMap<String, Contestant>();
        contest.put("append", callers(inFlight, () -> new LogAppends(appender, 1, false)));
        contest.put("keyed", callers(inFlight, () -> new LogAppends(appender, 1, true)));
        contest.put("engine", callers(inFlight, () -> new EngineAppends(engine, 1)));
        contest.put("insert", inserts(Math.min(inFlight, MOST_CONNECTIONS)));
        if (inFlight > MOST_CONNECTIONS && pgbench.isPresent()) {
            contest.put("more inserts", inserts(Math.min(inFlight, MOST_CLIENTS)));
        }
        contest.put("jdbc", callers(inFlight, () -> new EngineAppends(jdbc, 1)));
        contest.put("jpa", callers(inFlight, () -> new EngineAppends(jpa, 1)));
        var rates = Rounds.medians(settings.rounds(), contest);
        var insert = Math.max(rates.getOrDefault("insert", 0.0), rates.getOrDefault("more inserts", 0.0));
        for (var row : SINGLE.entrySet()) {
            table.row(row.getValue(), inFlight)
                    .rate(TENURE, rates.get(row.getKey()))
                    .rate(PLAIN, insert)
                    .rate(AXON_JDBC, rates.get("jdbc"))
                    .rate(AXON_JPA, rates.get("jpa"))
                    .aim(PLAIN, AIMS.get(inFlight))
                    .aim(AXON_JDBC, inFlight == 32 ? 4.0 : null)
                    .print();
        }
    }

    private void many(int size) throws Exception {
        var contest = new LinkedHashMap<String, Contestant>();
        contest.put("append", callers(1, () -> new LogAppends(appender, size, true)));
        contest.put("engine", callers(1, () -> new EngineAppends(engine, size)));
        contest.put("insert", callers(1, () -> new Inserts(bare, size)));
        contest.put("copy", callers(1, () -> new Copies(bare, size)));
        contest.put("jdbc", callers(1, () -> new EngineAppends(jdbc, size)));
        contest.put("jpa", callers(1, () -> new EngineAppends(jpa, size)));
        var rates = Rounds.medians(settings.rounds(), contest);
        for (var contestant : List.of("append", "engine")) {
            table.row(
                            (contestant.equals("engine") ? "%,d an append" + BY_ENGINE : "%,d events an append")
                                    .formatted(size),
                            1)
                    .rate(TENURE, rates.get(contestant))
                    .rate(PLAIN, rates.get("insert"))
                    .rate(COPY, rates.get("copy"))
                    .rate(AXON_JDBC, rates.get("jdbc"))
                    .rate(AXON_JPA, rates.get("jpa"))
                    .aim(COPY, size == 1_000 ? 0.8 : null)
                    .print();
        }
    }

    private Contestant inserts(int clients) {
        return pgbench.<Contestant>map(program -> new PgBench(program, script, database, clients, settings.length()))
                .orElseGet(() -> callers(clients, () -> new Inserts(bare, 1)));
    }

    private Callers callers(int count, Callable<? extends Worker> worker) {
        return new Callers(count, settings.length(), worker);
    }
}
