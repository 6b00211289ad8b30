package tenure.eventstore.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the log by position, by customer and by stream. Positions have no holes and never change, so a reader that has
 * everything up to {@code p} needs to ask only for what is greater.
 */
public final class EventLog {

    static final String EVENTS = """
            select e.position, e.event_id, t.name as type, t.revision, s.stream, e.version, e.occurred_at, e.recorded_at,
                   e.customer_id, e.user_id, e.correlation_id, e.causation_id, e.command_key, e.actor, e.payload
            from eventstore.event e
            join eventstore.event_type t on t.type_id = e.type_id
            join eventstore.stream_head s on s.stream_no = e.stream_no
            """;

    private final JdbcClient jdbc;
    private final LogSignal signal;

    /** A reader on the given database, woken by the given signal. */
    public EventLog(JdbcClient jdbc, LogSignal signal) {
        this.jdbc = jdbc;
        this.signal = signal;
    }

    /** Position of the last event; 0 when the log is empty. */
    public long head() {
        return jdbc.sql("select position from eventstore.log_head")
                .query(Long.class)
                .single();
    }

    /**
     * The events of these types in {@code (after, upTo]}, in order.
     *
     * @param types stored names; events of others are left out
     */
    public List<RecordedEvent> page(long after, long upTo, Collection<String> types) {
        return jdbc.sql(EVENTS + """
                where e.position > :after and e.position <= :upTo and t.name = any (:types)
                order by e.position
                """)
                .param("after", after)
                .param("upTo", upTo)
                .param("types", types.toArray(String[]::new))
                .query(EventLog::event)
                .list();
    }

    /**
     * A customer's events, newest first.
     *
     * @param before only events below this position; {@link Long#MAX_VALUE} begins at the newest
     * @param until  only what occurred before this moment
     * @param type   only this stored name, or null for all
     */
    public List<RecordedEvent> customerHistory(
            String customerId, long before, Instant until, @Nullable String type, int limit) {
        return jdbc.sql(EVENTS + """
                where e.customer_id = :customerId and e.position < :before and e.occurred_at < :until
                  and (:type::text is null or t.name = :type)
                order by e.position desc
                limit :limit
                """)
                .param("customerId", customerId)
                .param("before", before)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("type", type)
                .param("limit", limit)
                .query(EventLog::event)
                .list();
    }

    /** The stored names of all events that a customer has, in alphabetical order. */
    public List<String> customerEventTypes(String customerId) {
        return jdbc.sql("""
                select distinct t.name
                from eventstore.event e join eventstore.event_type t on t.type_id = e.type_id
                where e.customer_id = :customerId
                order by t.name
                """)
                .param("customerId", customerId)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** Events between two positions, both included, in order. */
    public List<RecordedEvent> between(long first, long last) {
        return jdbc.sql(EVENTS + "where e.position between :first and :last order by e.position")
                .param("first", first)
                .param("last", last)
                .query(EventLog::event)
                .list();
    }

    /** The events at these positions, in order. */
    public List<RecordedEvent> at(List<Long> positions) {
        return jdbc.sql(EVENTS + "where e.position = any (:positions) order by e.position")
                .param("positions", positions.toArray(Long[]::new))
                .query(EventLog::event)
                .list();
    }

    /** Version of the last event of a stream; empty when there is no such stream. */
    public Optional<Long> streamVersion(String stream) {
        return jdbc.sql("select version from eventstore.stream_head where stream = :stream")
                .param("stream", stream)
                .query(Long.class)
                .optional();
    }

    /** Waits until this node knows of something beyond a position, or the time is over. */
    public void awaitBeyond(long position, long timeout, TimeUnit unit) throws InterruptedException {
        signal.awaitBeyond(position, timeout, unit);
    }

    static RecordedEvent event(ResultSet row, int rowNumber) throws SQLException {
        return new RecordedEvent(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getInt("revision"),
                row.getString("stream"),
                row.getLong("version"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("customer_id"),
                row.getString("user_id"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("command_key"),
                row.getString("actor"),
                row.getBytes("payload"));
    }
}
