package tenure.eventstore.read;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads the log by position, by type, by customer and by time. Positions have no holes and never
 * change, so a reader that has everything up to {@code p} needs to ask only for what is greater.
 */
public final class EventLog {

    private final JdbcClient jdbc;
    private final LogSignal signal;

    /** A reader on the given database, woken by the given signal. */
    public EventLog(JdbcClient jdbc, LogSignal signal) {
        this.jdbc = jdbc;
        this.signal = signal;
    }

    /** What tells this log from any other, for ever. */
    public UUID id() {
        return jdbc.sql("select log from eventstore.log_head").query(UUID.class).single();
    }

    /** Position of the last event; 0 when the log is empty. */
    public long head() {
        return jdbc.sql("select position from eventstore.log_head")
                .query(Long.class)
                .single();
    }

    /** Position of the last event that was recorded at or before a moment; 0 when there is none. */
    public long positionAt(Instant recordedAt) {
        return jdbc.sql("""
                select last_position from eventstore.batch
                where recorded_at <= :time
                order by recorded_at desc, last_position desc
                limit 1
                """)
                .param("time", recordedAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * The events of these types in {@code (after, upTo]}, in order.
     *
     * @param types stored names; events of others are left out
     */
    public List<RecordedEvent> page(long after, long upTo, Collection<String> types) {
        return page(after, upTo, types, Integer.MAX_VALUE, Detail.ALL).events();
    }

    /**
     * The first events of these types in {@code (after, upTo]}, in order. The stretch bounds the work where the types
     * are rare, the limit where they are not.
     *
     * @param types stored names; events of others are left out
     */
    public LogPage page(long after, long upTo, Collection<String> types, int limit, Set<Detail> details) {
        var events = events(stretch(after, upTo, types, limit, details, "order by e.position"));
        return new LogPage(
                events, events.size() < limit ? upTo : events.getLast().position());
    }

    /**
     * The last events of these types in {@code (after, upTo]}, newest first.
     *
     * @param types stored names; events of others are left out
     */
    public LogPage pageBack(long after, long upTo, Collection<String> types, int limit, Set<Detail> details) {
        var events = events(stretch(after, upTo, types, limit, details, "order by e.position desc"));
        return new LogPage(
                events, events.size() < limit ? after + 1 : events.getLast().position());
    }

    private StatementSpec stretch(
            long after, long upTo, Collection<String> types, int limit, Set<Detail> details, String order) {
        return jdbc.sql(EventColumns.select(details) + """
                where e.position > :after and e.position <= :upTo and t.name = any (:types)
                """ + order + " limit :limit")
                .param("after", after)
                .param("upTo", upTo)
                .param("types", types.toArray(String[]::new))
                .param("limit", limit);
    }

    /** A customer's events in {@code (after, upTo]}, oldest first. */
    public List<RecordedEvent> customerEvents(
            String customerId, long after, long upTo, int limit, Set<Detail> details) {
        return events(jdbc.sql(EventColumns.select(details) + """
                where e.customer_id = :customerId and e.position > :after and e.position <= :upTo
                order by e.position limit :limit
                """)
                .param("customerId", customerId)
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit));
    }

    /** Events between two positions, both included, in order. */
    public List<RecordedEvent> between(long first, long last) {
        return events(jdbc.sql(EventColumns.select(Detail.ALL)
                        + "where e.position between :first and :last order by e.position")
                .param("first", first)
                .param("last", last));
    }

    private static List<RecordedEvent> events(StatementSpec statement) {
        return statement.query(EventColumns::event).list();
    }

    /** The events at these positions, in order. */
    public List<RecordedEvent> at(List<Long> positions) {
        return events(
                jdbc.sql(EventColumns.select(Detail.ALL) + "where e.position = any (:positions) order by e.position")
                        .param("positions", positions.toArray(Long[]::new)));
    }

    /** The events with these ids, in order; ids that the log does not hold are left out. */
    public List<RecordedEvent> withIds(Collection<UUID> eventIds, Set<Detail> details) {
        return events(jdbc.sql(EventColumns.select(details) + "where e.event_id = any (:ids) order by e.position")
                .param("ids", eventIds.toArray(UUID[]::new)));
    }

    /** Version of the last event of a stream; empty when there is no such stream. */
    public Optional<Long> streamVersion(String stream) {
        return jdbc.sql("select version from eventstore.stream_head where stream = :stream")
                .param("stream", stream)
                .query(Long.class)
                .optional();
    }

    /** The customer that the events of each of these streams name first; streams that name none are absent. */
    public Map<String, String> customersOf(Collection<String> streams) {
        var customers = new HashMap<String, String>();
        jdbc.sql("""
                select s.stream, e.customer_id
                from eventstore.stream_head s
                cross join lateral (select customer_id from eventstore.event
                                    where stream_no = s.stream_no and customer_id is not null
                                    order by version limit 1) e
                where s.stream = any (:streams)
                """).param("streams", streams.toArray(String[]::new)).query((RowCallbackHandler)
                row -> customers.put(row.getString("stream"), row.getString("customer_id")));
        return customers;
    }

    /** Waits until this node knows of something beyond a position, or the time is over. */
    public void awaitBeyond(long position, long timeout, TimeUnit unit) throws InterruptedException {
        signal.awaitBeyond(position, timeout, unit);
    }
}
