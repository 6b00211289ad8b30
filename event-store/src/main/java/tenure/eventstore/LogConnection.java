package tenure.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.util.PSQLException;
import tenure.eventstore.AppendBatch.PlacedEvent;

/** The writer's own connection, and the statements that write to the log. */
final class LogConnection implements AutoCloseable {

    private static final String APPEND = "call eventstore.append_batch(" + "?, ".repeat(23)
            + "null::bigint, null::timestamptz, null::bigint[], null::integer[], null::integer[])";

    /**
     * A new plan for each call would take longer than the call. The one plan is made while the log is empty, and has to
     * be right when it is not: rows are found by index.
     */
    private static final Map<String, String> PLANS = Map.of(
            "plan_cache_mode", "force_generic_plan",
            "enable_seqscan", "off",
            "enable_hashjoin", "off",
            "enable_mergejoin", "off",
            "jit", "off");

    /** A database that says nothing for so long is gone; it ends its statements sooner than that. */
    private static final int SILENCE_MILLIS = 90_000;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final Pattern EVENT_ID = Pattern.compile("event_id.*?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final Connection connection;
    private final PreparedStatement append;
    private final Map<EventType, Integer> typeIds = new HashMap<>();

    private LogConnection(Connection connection) throws SQLException {
        this.connection = connection;
        this.append = connection.prepareStatement(APPEND);
    }

    /** Takes a connection for itself until it is closed. */
    static LogConnection open(DataSource dataSource) throws SQLException {
        var connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
            var driver = connection.unwrap(BaseConnection.class).getQueryExecutor();
            for (int type : BinaryArray.TYPES) {
                driver.addBinarySendOid(type);
            }
            for (var setting : PLANS.entrySet()) {
                execute(connection, "set " + setting.getKey() + " = " + setting.getValue());
            }
            return new LogConnection(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Sends a batch: one call, one transaction, one flush. The outcomes are those of {@link AppendBatch}. */
    List<@Nullable AppendOutcome> append(AppendBatch batch) throws SQLException {
        for (var placed : batch.events()) {
            registerType(placed.event().type());
        }
        bind(batch);
        try (var row = append.executeQuery()) {
            row.next();
            var repeated = row.getArray("repeated");
            if (repeated != null) {
                return batch.withRepeatedKeys((Integer[]) repeated.getArray());
            }
            var conflicted = row.getArray("conflicted");
            if (conflicted != null) {
                return batch.withConflicts((Integer[]) conflicted.getArray());
            }
            var bases = row.getArray("bases");
            return batch.stored(
                    row.getLong("head"),
                    row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                    bases == null ? new Long[0] : (Long[]) bases.getArray());
        } catch (PSQLException e) {
            var id = repeatedEvent(e);
            if (id == null) {
                throw e;
            }
            return batch.withRepeatedEvent(id);
        }
    }

    private void bind(AppendBatch batch) throws SQLException {
        var parameters = new Parameters();
        var keys = batch.keys();
        parameters.texts(keys, placed -> placed.key().caller());
        parameters.texts(keys, placed -> placed.key().key());
        parameters.texts(keys, placed -> placed.key().requestHash());
        parameters.array("integer", keys.stream().map(placed -> placed.first()).toArray(Integer[]::new));
        parameters.array("integer", keys.stream().map(placed -> placed.last()).toArray(Integer[]::new));
        var streams = batch.streams();
        parameters.texts(streams, part -> part.stream);
        parameters.texts(streams, part -> part.kind);
        parameters.array("bigint", streams.stream().map(part -> part.base).toArray(Long[]::new));
        parameters.integers(streams, part -> part.size);
        var events = batch.events();
        parameters.integers(events, PlacedEvent::stream);
        parameters.integers(events, PlacedEvent::nth);
        parameters.set(BinaryArray.of(
                events.stream().map(placed -> placed.event().eventId()).toArray(UUID[]::new)));
        parameters.integers(events, placed -> typeId(placed.event().type()));
        parameters.set(BinaryArray.of(
                events.stream().map(placed -> placed.event().occurredAt()).toArray(Instant[]::new)));
        parameters.texts(events, placed -> placed.event().customerId());
        parameters.texts(events, placed -> placed.event().userId());
        parameters.texts(events, placed -> placed.event().correlationId());
        parameters.texts(events, placed -> placed.event().causationId());
        parameters.texts(events, placed -> placed.event().commandKey());
        parameters.texts(events, placed -> placed.event().actor());
        parameters.bytes(events, placed -> placed.event().payload());
        parameters.bytes(events, placed -> placed.event().metadata());
        parameters.bytes(events, placed -> ContentHash.of(placed.event()));
    }

    /** The driver sends arrays of these classes in binary, so that nothing is written out and parsed. */
    private final class Parameters {
        private int index = 1;

        <T> void texts(Collection<T> rows, Function<T, @Nullable String> column) throws SQLException {
            array("text", rows.stream().map(column).toArray(String[]::new));
        }

        <T> void integers(Collection<T> rows, ToIntFunction<T> column) throws SQLException {
            array("integer", rows.stream().mapToInt(column).toArray());
        }

        <T> void bytes(Collection<T> rows, Function<T, byte[]> column) throws SQLException {
            array("bytea", rows.stream().map(column).toArray(byte[][]::new));
        }

        void array(String type, Object values) throws SQLException {
            append.setArray(index++, connection.unwrap(BaseConnection.class).createArrayOf(type, values));
        }

        void set(BinaryArray values) throws SQLException {
            append.setObject(index++, values);
        }
    }

    private static @Nullable UUID repeatedEvent(PSQLException e) {
        var message = e.getServerErrorMessage();
        if (!UNIQUE_VIOLATION.equals(e.getSQLState()) || message == null || message.getDetail() == null) {
            return null;
        }
        var id = EVENT_ID.matcher(message.getDetail());
        return id.find() ? UUID.fromString(id.group(1)) : null;
    }

    private int typeId(EventType type) {
        return Objects.requireNonNull(typeIds.get(type), "Types are registered before they are used.");
    }

    private void registerType(EventType type) throws SQLException {
        if (typeIds.containsKey(type)) {
            return;
        }
        try (var insert = connection.prepareStatement(
                "insert into eventstore.event_type (name, revision) values (?, ?) on conflict do nothing")) {
            insert.setString(1, type.name());
            insert.setInt(2, type.revision());
            insert.executeUpdate();
        }
        try (var select = connection.prepareStatement(
                "select type_id from eventstore.event_type where name = ? and revision = ?")) {
            select.setString(1, type.name());
            select.setInt(2, type.revision());
            try (var row = select.executeQuery()) {
                row.next();
                typeIds.put(type, row.getInt(1));
            }
        }
    }

    /** Makes sure that there is a partition for every position up to this one. */
    void ensurePartitions(long upTo) throws SQLException {
        try (var statement = connection.prepareStatement("call eventstore.ensure_partitions(?)")) {
            statement.setLong(1, upTo);
            statement.execute();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Gives the connection back as it was. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                append.close();
                connection.setNetworkTimeout(Runnable::run, 0);
                for (var setting : PLANS.keySet()) {
                    execute(connection, "reset " + setting);
                }
            }
        }
    }
}
