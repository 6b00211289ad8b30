package tenure.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.AppendOutcome.Conflict;
import tenure.eventstore.AppendOutcome.KeyRepeated;
import tenure.eventstore.AppendOutcome.Stored;

/** The statements that write to the log. */
final class EventTable {

    private static final String APPEND =
            "select * from eventstore.append_batch(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Map<EventType, Integer> typeIds = new ConcurrentHashMap<>();

    /**
     * Appends a batch: one call, one transaction, one flush.
     *
     * @return an outcome per append, in order
     */
    List<AppendOutcome> append(Connection connection, List<Append> appends) throws SQLException {
        var events = new ArrayList<NewEvent>();
        var appendNumbers = new ArrayList<Integer>();
        for (int i = 0; i < appends.size(); i++) {
            for (var event : appends.get(i).events()) {
                events.add(event);
                appendNumbers.add(i + 1);
            }
        }
        for (var event : events) {
            registerType(connection, event.type());
        }
        try (var statement = connection.prepareStatement(APPEND)) {
            var parameters = new Parameters(connection, statement);
            parameters.texts(
                    appends,
                    append -> append.key() == null ? null : append.key().caller());
            parameters.texts(
                    appends,
                    append -> append.key() == null ? null : append.key().key());
            parameters.texts(
                    appends,
                    append -> append.key() == null ? null : append.key().requestHash());
            parameters.add("integer", appends, append -> append.events().size());
            parameters.add("integer", appendNumbers, number -> number);
            parameters.texts(events, NewEvent::stream);
            parameters.texts(events, NewEvent::kind);
            parameters.add("bigint", events, NewEvent::version);
            parameters.add("uuid", events, NewEvent::eventId);
            parameters.add("integer", events, event -> typeIds.get(event.type()));
            parameters.add("timestamptz", events, event -> timestamp(event.occurredAt()));
            parameters.texts(events, NewEvent::customerId);
            parameters.texts(events, NewEvent::userId);
            parameters.texts(events, NewEvent::correlationId);
            parameters.texts(events, NewEvent::causationId);
            parameters.texts(events, NewEvent::commandKey);
            parameters.texts(events, NewEvent::actor);
            parameters.bytes(events, NewEvent::payload);
            parameters.bytes(events, NewEvent::metadata);
            parameters.bytes(events, ContentHash::of);
            try (var row = statement.executeQuery()) {
                row.next();
                return outcomes(
                        appends,
                        row.getLong("first_position"),
                        row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                        integers(row.getArray("repeated")),
                        integers(row.getArray("conflicted")),
                        (Long[]) row.getArray("versions").getArray());
            }
        }
    }

    private static List<AppendOutcome> outcomes(
            List<Append> appends,
            long firstPosition,
            Instant recordedAt,
            List<Integer> repeated,
            List<Integer> conflicted,
            Long[] versions) {
        var outcomes = new ArrayList<AppendOutcome>(appends.size());
        int taken = 0;
        for (int i = 0; i < appends.size(); i++) {
            if (repeated.contains(i + 1)) {
                outcomes.add(new KeyRepeated());
            } else if (conflicted.contains(i + 1)) {
                outcomes.add(new Conflict());
            } else {
                int size = appends.get(i).events().size();
                var own = new long[size];
                for (int n = 0; n < size; n++) {
                    own[n] = versions[taken + n];
                }
                outcomes.add(new Stored(firstPosition + taken, own, recordedAt));
                taken += size;
            }
        }
        return outcomes;
    }

    private void registerType(Connection connection, EventType type) throws SQLException {
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
    void ensurePartitions(Connection connection, long upTo) throws SQLException {
        try (var statement = connection.prepareStatement("select eventstore.ensure_partitions(?)")) {
            statement.setLong(1, upTo);
            statement.execute();
        }
    }

    private static List<Integer> integers(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }

    /** The driver renders timestamps in arrays as text; a zoned ISO form means the same under any session time zone. */
    private static String timestamp(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC).toString();
    }

    private static final class Parameters {
        private final Connection connection;
        private final PreparedStatement statement;
        private int index = 1;

        Parameters(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        <T> void texts(List<T> rows, Function<T, @Nullable String> column) throws SQLException {
            add("text", rows, column);
        }

        <T> void add(String type, List<T> rows, Function<T, ? extends @Nullable Object> column) throws SQLException {
            var values = new Object[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = column.apply(rows.get(i));
            }
            statement.setArray(index++, connection.createArrayOf(type, values));
        }

        <T> void bytes(List<T> rows, Function<T, byte[]> column) throws SQLException {
            var values = new byte[rows.size()][];
            for (int i = 0; i < values.length; i++) {
                values[i] = column.apply(rows.get(i));
            }
            statement.setArray(index++, connection.createArrayOf("bytea", values));
        }
    }
}
