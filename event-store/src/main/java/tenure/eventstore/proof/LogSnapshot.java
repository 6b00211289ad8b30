package tenure.eventstore.proof;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;
import tenure.eventstore.proof.EventRow.StoredType;

/** The log as one transaction sees it. However long it is, only a page of batches is in memory. */
public final class LogSnapshot {

    private static final int EVENTS_PER_PAGE = 10_000;
    private static final int COPY_SIGNATURE_BYTES = 11;

    private static final String MICROS = " case when isfinite(recorded_at)"
            + " then (extract(epoch from recorded_at) * 1000000)::bigint else 9223372036854775807 end as micros";
    private static final String BATCHES =
            "select first_position, last_position, previous_hash, hash," + MICROS + " from eventstore.batch";

    private final Connection connection;

    /** @param connection in a transaction that sees one state of the log, as {@link #begin} makes it */
    public LogSnapshot(Connection connection) {
        this.connection = connection;
    }

    /**
     * Begins a transaction that changes nothing and sees the log as it is now, whatever is appended meanwhile.
     *
     * @param connection one that does nothing else until the snapshot is done with; it may wait long between statements
     */
    public static LogSnapshot begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
        return new LogSnapshot(connection);
    }

    /** Sees the log as it is now from here on. */
    public void renew() throws SQLException {
        connection.rollback();
        begin(connection);
    }

    /** Whether the database has the tables of a log at all. */
    public boolean exists() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('eventstore.log_head') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** The end of the log; empty when the row that tells it is gone. */
    public Optional<LogHead> head() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select log, position, hash," + MICROS + " from eventstore.log_head"
                        + " left join eventstore.batch on last_position = position")) {
            if (!row.next()) {
                return Optional.empty();
            }
            var log = row.getObject("log", UUID.class);
            long position = row.getLong("position");
            var hash = row.getBytes("hash");
            return Optional.of(
                    hash == null
                            ? new LogHead(log, position, 0, Hash.NONE)
                            : new LogHead(log, position, row.getLong("micros"), new Hash(hash)));
        }
    }

    /** The hash of the batch that ends at a position; empty when none ends there. */
    Optional<Hash> hashAt(long position) throws SQLException {
        if (position == 0) {
            return Optional.of(Hash.NONE);
        }
        try (var statement = connection.prepareStatement("select hash from eventstore.batch where last_position = ?")) {
            statement.setLong(1, position);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Hash(row.getBytes(1))) : Optional.empty();
            }
        }
    }

    /** Shows all batches and events with greater positions, in order. */
    void walk(long after, LogVisitor visitor) throws SQLException {
        new Walk(after, visitor).run();
    }

    /** Calls back with each stream's number and version. */
    void streams(StreamVisitor visitor) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Within a transaction that makes the driver fetch page by page.
            statement.setFetchSize(EVENTS_PER_PAGE);
            try (var row = statement.executeQuery("select stream_no, version from eventstore.stream_head")) {
                while (row.next()) {
                    visitor.stream(row.getLong(1), row.getLong(2));
                }
            }
        }
    }

    /** Is called with each stream's number and the version of its last event. */
    interface StreamVisitor {
        void stream(long streamNo, long version) throws SQLException;
    }

    /** The position of the last event of a stream; empty when there is none. */
    Optional<Long> lastPositionOf(long streamNo) throws SQLException {
        try (var statement =
                connection.prepareStatement("select max(position) from eventstore.event where stream_no = ?")) {
            statement.setLong(1, streamNo);
            return number(statement.executeQuery());
        }
    }

    private static Optional<Long> number(ResultSet result) throws SQLException {
        try (result) {
            result.next();
            var number = result.getLong(1);
            return result.wasNull() ? Optional.empty() : Optional.of(number);
        }
    }

    private Map<Integer, StoredType> types() throws SQLException {
        var types = new HashMap<Integer, StoredType>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select type_id, name, revision from eventstore.event_type")) {
            while (row.next()) {
                types.put(row.getInt("type_id"), StoredType.of(row.getString("name"), row.getInt("revision")));
            }
        }
        return types;
    }

    /** Goes through pages of positions; the batches of a page are fetched before its events. */
    private final class Walk {
        private final LogVisitor visitor;
        private final Deque<BatchRow> batches = new ArrayDeque<>();
        private final EventRow event;
        private long fetched;
        private long covered;

        Walk(long after, LogVisitor visitor) throws SQLException {
            this.visitor = visitor;
            this.event = new EventRow(types());
            this.fetched = after;
            this.covered = after;
        }

        void run() throws SQLException {
            var next = nextPosition(covered);
            while (next.isPresent()) {
                long upTo = next.get() + EVENTS_PER_PAGE - 1;
                fetchBatches(upTo);
                if (!events(next.get(), upTo)) {
                    return;
                }
                next = nextPosition(upTo);
            }
            do {
                while (!batches.isEmpty()) {
                    if (!visitor.batch(batches.remove())) {
                        return;
                    }
                }
                fetch(" where last_position > ? order by last_position limit " + EVENTS_PER_PAGE, fetched);
            } while (!batches.isEmpty());
        }

        /** A page begins at a position that exists, so that a hole costs nothing. */
        private Optional<Long> nextPosition(long after) throws SQLException {
            try (var statement =
                    connection.prepareStatement("select min(position) from eventstore.event where position > ?")) {
                statement.setLong(1, after);
                return number(statement.executeQuery());
            }
        }

        /** Fetches all batches that end within the page, and the one that goes on after it. */
        private void fetchBatches(long upTo) throws SQLException {
            if (fetched <= upTo) {
                fetch(" where last_position > ? and last_position <= ? order by last_position", fetched, upTo);
                fetch(" where last_position > ? order by last_position limit 1", upTo);
            }
        }

        private void fetch(String which, long... parameters) throws SQLException {
            try (var statement = connection.prepareStatement(BATCHES + which)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setLong(i + 1, parameters[i]);
                }
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        fetched = row.getLong("last_position");
                        batches.add(new BatchRow(
                                row.getLong("first_position"),
                                fetched,
                                row.getLong("micros"),
                                new Hash(row.getBytes("previous_hash")),
                                new Hash(row.getBytes("hash"))));
                    }
                }
            }
        }

        private boolean events(long from, long upTo) throws SQLException {
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select %s from eventstore.event e where position between %d and %d order by position)"
                                            .formatted(EventRow.COLUMNS, from, upTo)
                                    + " to stdout (format binary)");
            var goesOn = true;
            var first = true;
            for (var message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                int at = first ? headerBytes(message) : 0;
                first = false;
                // What is left of the page after a stop is read and dropped, which keeps the transaction usable.
                if (goesOn && at < message.length && columns(message, at) >= 0) {
                    event.moveTo(message, at + Short.BYTES);
                    goesOn = show();
                }
            }
            return goesOn;
        }

        private boolean show() {
            while (event.position() > covered && !batches.isEmpty()) {
                var batch = batches.remove();
                covered = batch.last();
                if (!visitor.batch(batch)) {
                    return false;
                }
            }
            return visitor.event(event);
        }

        /** A signature, flags, and an extension with its length before it; the first row may follow it at once. */
        private static int headerBytes(byte[] message) {
            int lengthAt = COPY_SIGNATURE_BYTES + Integer.BYTES;
            return lengthAt + Integer.BYTES + ByteBuffer.wrap(message).getInt(lengthAt);
        }

        /** Number of columns in front of a row; -1 at the end of all rows. */
        private static int columns(byte[] message, int at) {
            return ByteBuffer.wrap(message).getShort(at);
        }
    }
}
