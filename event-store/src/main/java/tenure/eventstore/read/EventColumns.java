package tenure.eventstore.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

/** The columns of events that a reader asked for; the others stay in the database. */
final class EventColumns {

    /** By its index, an event at a time: a plain join may well read all streams there are for one page of events. */
    private static final String STREAM = """
            join lateral (select h.stream, h.kind from eventstore.stream_head h where h.stream_no = e.stream_no limit 1) s
              on true
            """;

    private EventColumns() {}

    /** The beginning of a statement over {@code event e} and {@code event_type t}. */
    static String select(Set<Detail> details) {
        return "select e.position, e.event_id, t.name as type, t.revision, e.version, e.occurred_at, e.recorded_at,"
                + " e.customer_id, e.user_id, "
                + (details.contains(Detail.STREAM) ? "s.stream, " : "'' as stream, ")
                + (details.contains(Detail.ORIGIN)
                        ? "e.correlation_id, e.causation_id, e.command_key, e.actor, "
                        : "null as correlation_id, null as causation_id, null as command_key, null as actor, ")
                + (details.contains(Detail.PAYLOAD) ? "e.payload " : "''::bytea as payload ")
                + "from eventstore.event e join eventstore.event_type t on t.type_id = e.type_id "
                + (details.contains(Detail.STREAM) ? STREAM : "");
    }

    /** By place, as looking a column up by its name takes longer than reading it. */
    static RecordedEvent event(ResultSet row, int rowNumber) throws SQLException {
        return new RecordedEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                row.getString(10),
                row.getLong(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                row.getString(9),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getBytes(15));
    }
}
