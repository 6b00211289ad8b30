package tenure.benchmark.load;

import static tenure.benchmark.measure.Table.Column.AXON_JDBC;
import static tenure.benchmark.measure.Table.Column.AXON_JPA;
import static tenure.benchmark.measure.Table.Column.TENURE;

import java.util.LinkedHashMap;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import tenure.benchmark.axon.AxonEngine;
import tenure.benchmark.axon.AxonJdbc;
import tenure.benchmark.axon.AxonJpa;
import tenure.benchmark.event.History;
import tenure.benchmark.event.Samples;
import tenure.benchmark.event.SeatsChanged;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.benchmark.measure.Callers;
import tenure.benchmark.measure.Callers.Worker;
import tenure.benchmark.measure.Rounds;
import tenure.benchmark.measure.Rounds.Contestant;
import tenure.benchmark.measure.Settings;
import tenure.benchmark.measure.Table;
import tenure.eventstore.Appender;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.PostgresEventStore;
import tenure.eventstore.read.LogSignal;

/** How many aggregates one caller can load a second through Axon's event store, every payload read. */
public final class Loads {

    private static final int EVENTS_PER_LENGTH = 20_000;
    private static final int[] LENGTHS = {10, 100, 1_000};
    private static final int CONNECTIONS = 2;

    private Loads() {}

    /** Measures and prints the rows. */
    public static void measure(BenchmarkServer server, Settings settings, Table table) throws Exception {
        var signal = new LogSignal();
        table.section("aggregates loaded a second, every payload read");
        try (var database = server.database("loads");
                var appender = new Appender(database.tenure(), signal)) {
            var jdbc = AxonJdbc.create(database, CONNECTIONS).engine();
            var jpa = AxonJpa.create(database, CONNECTIONS).engine();
            for (int length : LENGTHS) {
                History.append(appender, kind(length), EVENTS_PER_LENGTH / length, length);
            }
            AxonEngine.copyLog(database, "axon_jdbc");
            AxonEngine.copyLog(database, "axon_jpa");
            database.settle();

            var engine = new PostgresEventStorageEngine(
                    appender, database.jdbc(), Samples.names(), Samples.json(), IllegalStateException::new);
            var ours = PostgresEventStore.over(engine, signal);
            var overJdbc = EmbeddedEventStore.builder().storageEngine(jdbc).build();
            var overJpa = EmbeddedEventStore.builder().storageEngine(jpa).build();
            for (int length : LENGTHS) {
                var contest = new LinkedHashMap<String, Contestant>();
                contest.put("ours", loads(ours, length, settings));
                contest.put("jdbc", loads(overJdbc, length, settings));
                contest.put("jpa", loads(overJpa, length, settings));
                var rates = Rounds.medians(settings.rounds(), contest);
                table.row("load of %,d events".formatted(length), 1)
                        .rate(TENURE, rates.get("ours"))
                        .rate(AXON_JDBC, rates.get("jdbc"))
                        .rate(AXON_JPA, rates.get("jpa"))
                        .aim(AXON_JDBC, length == 10 ? 5.0 : null)
                        .print();
            }
            overJdbc.shutDown();
            overJpa.shutDown();
        }
    }

    private static Contestant loads(EventStore store, int length, Settings settings) {
        return new Callers(1, settings.length().dividedBy(2), () -> new Load(store, length));
    }

    private static String kind(int length) {
        return "of-" + length;
    }

    /** Loads one stream after another. */
    private static final class Load implements Worker {
        private final EventStore store;
        private final int length;
        private int n;

        Load(EventStore store, int length) {
            this.store = store;
            this.length = length;
        }

        @Override
        public int work() {
            var stream = History.stream(kind(length), n++ % (EVENTS_PER_LENGTH / length));
            var read = store.readEvents(stream)
                    .asStream()
                    .filter(event -> event.getPayload() instanceof SeatsChanged)
                    .count();
            if (read != length) {
                throw new IllegalStateException("Of " + length + " events " + read + " were read.");
            }
            return 1;
        }
    }
}
