package tenure.benchmark.lag;

import static tenure.benchmark.measure.Table.Column.AXON_JDBC;
import static tenure.benchmark.measure.Table.Column.TENURE;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import tenure.benchmark.axon.AxonEngine;
import tenure.benchmark.axon.AxonJdbc;
import tenure.benchmark.axon.AxonProcessor;
import tenure.benchmark.axon.AxonTransactions;
import tenure.benchmark.event.Samples;
import tenure.benchmark.measure.BenchmarkDatabase;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.benchmark.measure.Settings;
import tenure.benchmark.measure.Table;
import tenure.benchmark.view.CustomerTable;
import tenure.benchmark.view.LogSource;
import tenure.benchmark.view.PageLoop;
import tenure.eventstore.Appender;
import tenure.eventstore.LogBell;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.PostgresEventStore;
import tenure.eventstore.PostgresTokenStore;
import tenure.eventstore.read.LogSignal;

/**
 * Time from the acknowledgement of an event to the commit of the reader that took it in, at a steady rate. The other
 * node is a second set of readers, to whom the writer's node says nothing within the process.
 */
public final class Lags {

    private static final String VIEW_HERE = "commit to view, same node";
    private static final String VIEW_THERE = "commit to view, other node";
    private static final String PROCESSOR_HERE = "commit to Axon processor, same node";
    private static final String PROCESSOR_THERE = "commit to Axon processor, other node";

    private static final SequencedMap<String, String> AIMS = new LinkedHashMap<>();

    static {
        AIMS.put(VIEW_HERE, "(3 / 15)");
        AIMS.put(VIEW_THERE, "(8 / –)");
        AIMS.put(PROCESSOR_HERE, "");
        AIMS.put(PROCESSOR_THERE, "");
    }

    private static final int CONNECTIONS = 16;
    private static final long AXON_POLL_MILLIS = 50;
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    private Lags() {}

    /** Measures and prints the rows. */
    public static void measure(BenchmarkServer server, Settings settings, Table table) throws Exception {
        var length = settings.length().multipliedBy(2);
        table.section(
                "milliseconds, median / 99th percentile, at %d events a second".formatted(Writer.EVENTS_PER_SECOND));
        try (var forViews = server.database("lag_views");
                var forProcessors = server.database("lag_processors");
                var forAxon = server.database("lag_axon");
                var views = new Side();
                var processors = new Side();
                var axon = new Side()) {
            var viewed = views(forViews, views);
            var processed = processors(forProcessors, processors);
            var axonStore = axon(forAxon, axon);
            for (int round = 0; round <= settings.rounds(); round++) {
                views.turn(viewed, length, round > 0);
                processors.turn(processed, length, round > 0);
                axon.turn(axonStore, length, round > 0);
            }
            for (var row : AIMS.entrySet()) {
                var reader = row.getKey();
                table.row(
                        reader,
                        Map.of(
                                TENURE,
                                views.quantiles(reader) + processors.quantiles(reader),
                                AXON_JDBC,
                                axon.quantiles(reader)),
                        row.getValue());
            }
        }
    }

    private static PostgresEventStore views(BenchmarkDatabase database, Side side) {
        var here = node(database, side);
        side.reader(VIEW_HERE, view(database, side, here, VIEW_HERE)::close);
        side.reader(VIEW_THERE, view(database, side, node(database, side), VIEW_THERE)::close);
        return PostgresEventStore.over(engine(database, side, here), here);
    }

    private static PostgresEventStore processors(BenchmarkDatabase database, Side side) {
        var here = node(database, side);
        var engine = engine(database, side, here);
        var store = PostgresEventStore.over(engine, here);
        var other = PostgresEventStore.over(engine, node(database, side));
        side.reader(PROCESSOR_HERE, processor(database, side, store, PROCESSOR_HERE)::close);
        side.reader(PROCESSOR_THERE, processor(database, side, other, PROCESSOR_THERE)::close);
        return store;
    }

    /** A signal that hears of what other nodes append from the database only. */
    private static LogSignal node(BenchmarkDatabase database, Side side) {
        var signal = new LogSignal();
        side.atEnd(new LogBell(database.tenure(), signal)::close);
        return signal;
    }

    private static PostgresEventStorageEngine engine(BenchmarkDatabase database, Side side, LogSignal signal) {
        var appender = new Appender(database.tenure(), signal);
        side.atEnd(appender::close);
        return new PostgresEventStorageEngine(
                appender, database.jdbc(), Samples.names(), Samples.json(), IllegalStateException::new);
    }

    private static ViewThread view(BenchmarkDatabase database, Side side, LogSignal signal, String name) {
        var source = new LogSource(database.jdbc(), signal);
        var rows = new CustomerTable(database.tenure(), name.replaceAll("[^a-z]", "_"));
        return new ViewThread(
                source,
                new PageLoop(database.tenure(), name, source, rows),
                changes -> side.clocks().seen(name, changes));
    }

    private static AxonProcessor processor(
            BenchmarkDatabase database, Side side, PostgresEventStore store, String name) {
        return new AxonProcessor(
                name,
                store,
                new PostgresTokenStore(database.jdbc(), AxonEngine.serializer(), name, CLAIM_TIMEOUT),
                AxonTransactions.on(database.tenure()),
                changes -> {},
                changes -> side.clocks().seen(name, changes));
    }

    private static EmbeddedEventStore axon(BenchmarkDatabase database, Side side) throws Exception {
        var axon = AxonJdbc.create(database, CONNECTIONS);
        var here = axonStore(axon.engine(), side);
        side.reader(PROCESSOR_HERE, processor(axon, side, here, PROCESSOR_HERE)::close);
        side.reader(PROCESSOR_THERE, processor(axon, side, axonStore(axon.engine(), side), PROCESSOR_THERE)::close);
        return here;
    }

    private static EmbeddedEventStore axonStore(EventStorageEngine engine, Side side) {
        var store = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(AXON_POLL_MILLIS)
                .build();
        side.atEnd(store::shutDown);
        return store;
    }

    private static AxonProcessor processor(AxonEngine axon, Side side, EmbeddedEventStore store, String name)
            throws Exception {
        return new AxonProcessor(
                name,
                store,
                AxonProcessor.tokens(axon),
                axon.transactions(),
                changes -> {},
                changes -> side.clocks().seen(name, changes));
    }
}
