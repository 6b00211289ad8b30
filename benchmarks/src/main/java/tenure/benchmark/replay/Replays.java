package tenure.benchmark.replay;

import static tenure.benchmark.measure.Table.Column.AXON_JDBC;
import static tenure.benchmark.measure.Table.Column.PLAIN;
import static tenure.benchmark.measure.Table.Column.TENURE;

import java.util.LinkedHashMap;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import tenure.benchmark.axon.AxonEngine;
import tenure.benchmark.axon.AxonJdbc;
import tenure.benchmark.axon.AxonProcessor;
import tenure.benchmark.event.History;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.benchmark.measure.Rounds;
import tenure.benchmark.measure.Rounds.Contestant;
import tenure.benchmark.measure.Settings;
import tenure.benchmark.measure.Table;
import tenure.benchmark.view.CustomerTable;
import tenure.benchmark.view.EventCount;
import tenure.benchmark.view.FoldedTable;
import tenure.benchmark.view.JdbcSource;
import tenure.benchmark.view.LogSource;
import tenure.benchmark.view.PageLoop;
import tenure.eventstore.Appender;
import tenure.eventstore.read.LogSignal;

/** Views built anew from the whole log: a count, and a row per customer. */
public final class Replays {

    private static final int EVENTS_PER_CUSTOMER = 40;
    private static final int CONNECTIONS = 8;

    /** A replay is long; fewer of them say as much. */
    private static final int MOST_ROUNDS = 3;

    private Replays() {}

    /** Measures and prints the rows. */
    public static void measure(BenchmarkServer server, Settings settings, Table table) throws Exception {
        var signal = new LogSignal();
        var customers = Math.max(1, settings.events() / EVENTS_PER_CUSTOMER);
        var events = customers * EVENTS_PER_CUSTOMER;
        table.section("events replayed a second, of %,d; plain SQL: a JDBC loop over the same rows".formatted(events));
        try (var database = server.database("replay");
                var appender = new Appender(database.tenure(), signal)) {
            History.append(appender, "license", customers, EVENTS_PER_CUSTOMER);
            var axon = AxonJdbc.create(database, CONNECTIONS);
            AxonEngine.copyLog(database, "axon_jdbc");
            var store =
                    EmbeddedEventStore.builder().storageEngine(axon.engine()).build();
            var tokens = AxonProcessor.tokens(axon);
            var plain = database.pool("public", 1);
            var log = new LogSource(database.jdbc(), signal);
            var jdbc = new JdbcSource(plain);
            var ours = new CustomerTable(database.tenure(), "rows_tenure");
            var folded = new FoldedTable(new CustomerTable(database.tenure(), "rows_folded"));
            var theirs = new CustomerTable(plain, "rows_plain");
            var axons = new CustomerTable(axon.dataSource(), "rows_axon");
            database.settle();

            var contest = new LinkedHashMap<String, Contestant>();
            contest.put("count", replay(new PageLoop(database.tenure(), "count", log, new EventCount()), events));
            contest.put("plain count", replay(new PageLoop(plain, "plain count", jdbc, new EventCount()), events));
            contest.put("axon count", new AxonReplay(store, tokens, axon, new EventCount(), events));
            contest.put("rows", replay(new PageLoop(database.tenure(), "rows", log, ours), events));
            contest.put("folded", replay(new PageLoop(database.tenure(), "folded", log, folded), events));
            contest.put("plain rows", replay(new PageLoop(plain, "plain rows", jdbc, theirs), events));
            contest.put("axon rows", new AxonReplay(store, tokens, axon, axons, events));
            var rates = Rounds.medians(Math.min(settings.rounds(), MOST_ROUNDS), contest);
            store.shutDown();
            for (var rows : new CustomerTable[] {ours, theirs, axons}) {
                if (rows.events() != events) {
                    throw new IllegalStateException("Of " + events + " events a view has " + rows.events() + ".");
                }
            }
            table.row("replay into a count", 1)
                    .rate(TENURE, rates.get("count"))
                    .rate(PLAIN, rates.get("plain count"))
                    .rate(AXON_JDBC, rates.get("axon count"))
                    .aim(PLAIN, 0.5)
                    .aim(AXON_JDBC, 5.0)
                    .print();
            table.row("replay into a row per customer", 1)
                    .rate(TENURE, rates.get("rows"))
                    .rate(PLAIN, rates.get("plain rows"))
                    .rate(AXON_JDBC, rates.get("axon rows"))
                    .aim(PLAIN, 1.0)
                    .aim(AXON_JDBC, 5.0)
                    .print();
            table.row("the same, folded, then COPY", 1)
                    .rate(TENURE, rates.get("folded"))
                    .rate(PLAIN, rates.get("plain rows"))
                    .rate(AXON_JDBC, rates.get("axon rows"))
                    .aim(PLAIN, 3.0)
                    .print();
        }
    }

    private static Contestant replay(PageLoop loop, int events) {
        return () -> {
            loop.rewind();
            var start = System.nanoTime();
            loop.run();
            return events * 1e9 / (System.nanoTime() - start);
        };
    }
}
