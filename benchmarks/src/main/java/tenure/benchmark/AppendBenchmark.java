package tenure.benchmark;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tenure.benchmark.Rounds.Contestant;
import tenure.benchmark.Rounds.Worker;
import tenure.eventstore.Append;
import tenure.eventstore.Append.CommandKey;
import tenure.eventstore.AppendOutcome.Stored;
import tenure.eventstore.Appender;
import tenure.eventstore.EventType;
import tenure.eventstore.NewEvent;
import tenure.eventstore.read.LogSignal;

/**
 * Durable appends to the log beside what a database does without one: a bare insert a row, and COPY. The peers write
 * equal rows into a table with the same columns and indexes, but check nothing, chain nothing and lock nothing.
 */
public final class AppendBenchmark {

    private static final int[] IN_FLIGHT = {1, 8, 32, 256};
    private static final int MOST_CONNECTIONS = 32;
    private static final int EVENTS_PER_LARGE_APPEND = 1_000;
    private static final int STREAMS_PER_WORKER = 64;

    private static final EventType TYPE = new EventType("license.seats-changed", 1);
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();
    private static final AtomicLong WORKERS = new AtomicLong();
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final byte[] LEAF = HexFormat.of().parseHex(HASH);
    private static final byte[] METADATA = "{}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PAYLOAD = """
            {"licenseId":"P-104711","customerId":"P-104711","seats":250,"pricePerSeatMinorUnits":4900,\
            "effectiveOn":"2024-04-01","occurredAt":"2024-03-28T09:14:03.512Z"}""".getBytes(StandardCharsets.UTF_8);

    private static final String BARE_TABLE = """
            create table bare_event (like eventstore.event);
            alter table bare_event alter position add generated always as identity, add primary key (position);
            create index on bare_event (customer_id, position) where customer_id is not null;
            create index on bare_event (user_id, position) where user_id is not null;
            create unique index on bare_event (stream_no, version);
            create unique index on bare_event (event_id);
            """;
    private static final String COLUMNS =
            "(stream_no, version, event_id, type_id, occurred_at, recorded_at, customer_id,"
                    + " user_id, correlation_id, causation_id, command_key, actor, payload, metadata, leaf)";

    private AppendBenchmark() {}

    /** Measures for about a minute and a half and prints one table. */
    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(System.getProperty("benchmark.directory", "target"));
        try (var database = BenchmarkDatabase.start(directory, MOST_CONNECTIONS + 10);
                var appender = new Appender(database.dataSource(), new LogSignal())) {
            database.jdbc().sql(BARE_TABLE).update();
            System.out.printf(
                    Locale.ROOT,
                    "%d cores, Java %s, PostgreSQL %s, flush of 8 kB %d µs (median)%n%n",
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version().feature(),
                    database.jdbc()
                            .sql("show server_version")
                            .query(String.class)
                            .single(),
                    BenchmarkDatabase.flushMicros(directory));
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %9s %12s %12s %7s%n",
                    "durable events per second",
                    "in flight",
                    "tenure",
                    "peer",
                    "ratio");
            for (int inFlight : IN_FLIGHT) {
                var connections = Math.min(inFlight, MOST_CONNECTIONS);
                var rates = Rounds.medians(List.of(
                        new Contestant("keyed", inFlight, () -> new Appends(appender, 1, true)),
                        new Contestant("plain", inFlight, () -> new Appends(appender, 1, false)),
                        new Contestant("insert", connections, () -> new Inserts(connection(database)))));
                row("append : insert", inFlight, rates.get("plain"), rates.get("insert"));
                row("append with key : insert", inFlight, rates.get("keyed"), rates.get("insert"));
            }
            var rates = Rounds.medians(List.of(
                    new Contestant("append", 1, () -> new Appends(appender, EVENTS_PER_LARGE_APPEND, true)),
                    new Contestant("copy", 1, () -> new Copies(connection(database)))));
            row("append of 1,000 : COPY", 1, rates.get("append"), rates.get("copy"));
        }
    }

    private static Connection connection(BenchmarkDatabase database) throws SQLException {
        return database.dataSource().getConnection();
    }

    private static void row(String work, int inFlight, @Nullable Double tenure, @Nullable Double peer) {
        if (tenure != null && peer != null) {
            System.out.printf(
                    Locale.ROOT, "%-30s %9d %,12.0f %,12.0f %7.2f%n", work, inFlight, tenure, peer, tenure / peer);
        }
    }

    /** The n-th event of a worker; each worker has streams of its own, whose versions count up. */
    private static NewEvent event(long worker, long n) {
        return new NewEvent(
                "license/P-" + stream(worker, n),
                "License",
                n / STREAMS_PER_WORKER,
                IDS.generate(),
                TYPE,
                Instant.now(),
                "P-" + stream(worker, n),
                null,
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "f067aa0ba902b700f067aa0ba902b700",
                worker + "-" + n,
                "alice",
                PAYLOAD,
                METADATA);
    }

    private static long stream(long worker, long n) {
        return worker * STREAMS_PER_WORKER + n % STREAMS_PER_WORKER;
    }

    /** Decisions on the log: each expects the version that its stream is at. */
    private static final class Appends implements Worker {
        private final Appender appender;
        private final int size;
        private final boolean keyed;
        private final long worker = WORKERS.incrementAndGet();
        private long n;

        Appends(Appender appender, int size, boolean keyed) {
            this.appender = appender;
            this.size = size;
            this.keyed = keyed;
        }

        @Override
        public int work() {
            var key = keyed ? new CommandKey("benchmark", worker + "-" + n, HASH) : null;
            var events = LongStream.range(n, n + size)
                    .mapToObj(i -> event(worker, i))
                    .toList();
            n += size;
            if (!(appender.append(new Append(key, events)) instanceof Stored)) {
                throw new IllegalStateException("An append was refused.");
            }
            return size;
        }
    }

    /** A row at a time, on a connection of its own that commits by itself. */
    private static final class Inserts implements Worker {
        private final Connection connection;
        private final PreparedStatement insert;
        private final long worker = WORKERS.incrementAndGet();
        private long n;

        Inserts(Connection connection) throws SQLException {
            this.connection = connection;
            this.insert = connection.prepareStatement("insert into bare_event " + COLUMNS
                    + " values (?, ?, ?, 1, ?, clock_timestamp(), ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        }

        @Override
        public int work() throws SQLException {
            var event = event(worker, n);
            insert.setLong(1, stream(worker, n));
            insert.setLong(2, n / STREAMS_PER_WORKER);
            insert.setObject(3, event.eventId());
            insert.setObject(4, event.occurredAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, event.customerId());
            insert.setString(6, event.userId());
            insert.setString(7, event.correlationId());
            insert.setString(8, event.causationId());
            insert.setString(9, event.commandKey());
            insert.setString(10, event.actor());
            insert.setBytes(11, event.payload());
            insert.setBytes(12, event.metadata());
            insert.setBytes(13, LEAF);
            n++;
            return insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            connection.close();
        }
    }

    /** A thousand rows at a time by COPY, one transaction each; like an append it begins with events, not with text. */
    private static final class Copies implements Worker {
        private final Connection connection;
        private final long worker = WORKERS.incrementAndGet();
        private long n;

        Copies(Connection connection) {
            this.connection = connection;
        }

        @Override
        public int work() throws Exception {
            var rows = new StringBuilder();
            for (int i = 0; i < EVENTS_PER_LARGE_APPEND; i++, n++) {
                row(rows, event(worker, n));
            }
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            return (int) copy.copyIn("copy bare_event " + COLUMNS + " from stdin", new StringReader(rows.toString()));
        }

        private void row(StringBuilder rows, NewEvent event) {
            rows.append(stream(worker, n)).append('\t').append(n / STREAMS_PER_WORKER);
            rows.append('\t').append(event.eventId()).append("\t1\t").append(event.occurredAt());
            rows.append('\t').append(event.occurredAt()).append('\t').append(event.customerId());
            rows.append("\t\\N\t").append(event.correlationId()).append('\t').append(event.causationId());
            rows.append('\t').append(event.commandKey()).append('\t').append(event.actor());
            for (var bytes : List.of(event.payload(), event.metadata(), LEAF)) {
                rows.append("\t\\\\x").append(HexFormat.of().formatHex(bytes));
            }
            rows.append('\n');
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
