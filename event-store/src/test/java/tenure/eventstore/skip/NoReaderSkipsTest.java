package tenure.eventstore.skip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.Appender;
import tenure.eventstore.LogBell;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.drill.Drill;
import tenure.eventstore.read.AuditLog;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
import tools.jackson.databind.json.JsonMapper;

/**
 * Twenty-four writers on two nodes, a tenth of their appends refused, times in any order, the nodes stalled and killed:
 * every kind of reader is handed each event once and in order.
 */
class NoReaderSkipsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient jdbc = database.jdbc();

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void everyReaderIsHandedEveryEventOnceAndInOrder() throws Exception {
        var drill = new Drill("skip");
        var wanted = drill.amount("events", 100_000);
        database.migrate("eventstore");
        var signal = new LogSignal();
        var log = new EventLog(jdbc, signal);
        // The writers are other nodes; without a bell their appends show at a slow poll only.
        var bell = new LogBell(database.dataSource(), signal);
        try (bell;
                var appender = new Appender(database.dataSource(), signal)) {
            var engine = new PostgresEventStorageEngine(
                    appender, jdbc, TenureLog.names(), JsonMapper.builder().build(), IllegalStateException::new);
            var readers = List.of(
                    new LogReaders.Feed(log),
                    new LogReaders.ByType(log),
                    new LogReaders.CustomerHistories(new AuditLog(jdbc)),
                    new LogReaders.Stream(engine, signal),
                    new LogReaders.Crashing(engine, database, drill.random(1)),
                    new ProcessorReader(engine, signal, database));
            readers.forEach(LogReader::start);

            try (var nodes = new WriterNodes(database.url(), false, drill.random(2))) {
                do {
                    nodes.round();
                    drill.say(log.head() + " of " + wanted + " events, " + nodes.faults());
                } while (log.head() < wanted);
                nodes.faults().forEach(drill::figure);
            }
            var all = everything();
            drill.figure("events", all.count());
            for (var reader : readers) {
                await().atMost(PATIENCE).until(() -> reader.isDone(all.count()));
                reader.stop();
                var faults = reader.seen().faults(all);
                drill.figure(reader.kind(), faults.isEmpty() ? "each once, in order" : faults);
            }
            drill.report();
            assertThat(all.hasAllUpTo(log.head())).isTrue();
            for (var reader : readers) {
                assertThat(reader.seen().faults(all)).as(reader.kind()).isEmpty();
            }
        }
    }

    private Seen everything() {
        var all = new Seen();
        jdbc.sql("select position, event_id from eventstore.event order by position")
                .query(row -> {
                    all.event("log", row.getLong("position"), row.getObject("event_id", UUID.class));
                });
        return all;
    }

    /** The control: under the same writers and faults, the reader of Axon's own engine is not handed everything. */
    @Test
    void theStockEngineSkips() throws InterruptedException {
        var drill = new Drill("skip-control");
        var engine = StockLog.engine(database.dataSource());
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        var reader = new StockReader(engine);
        var stored = Set.<String>of();
        for (int round = 1; round <= 5 && reader.missed(stored).isEmpty(); round++) {
            try (var nodes = new WriterNodes(database.url(), true, drill.random(round))) {
                var faults = Thread.ofPlatform().start(nodes::round);
                while (faults.isAlive()) {
                    reader.readOn();
                }
                faults.join();
            }
            stored = Set.copyOf(jdbc.sql("select eventIdentifier from DomainEventEntry")
                    .query(String.class)
                    .list());
            reader.readOn();
            drill.figure("rounds", round);
        }
        drill.figure("stored", stored.size());
        drill.figure("missed", reader.missed(stored).size());
        drill.report();
        assertThat(reader.missed(stored)).isNotEmpty();
    }

    /** Follows Axon's engine as its event store does: by a token that knows of the holes it should look into again. */
    private static final class StockReader {
        private final JdbcEventStorageEngine engine;
        private final Set<String> seen = new HashSet<>();
        private TrackingToken token;

        StockReader(JdbcEventStorageEngine engine) {
            this.engine = engine;
        }

        void readOn() {
            engine.readEvents(token, false).forEach(event -> {
                seen.add(event.getIdentifier());
                token = event.trackingToken();
            });
        }

        Set<String> missed(Set<String> stored) {
            var missed = new HashSet<>(stored);
            missed.removeAll(seen);
            return missed;
        }
    }
}
