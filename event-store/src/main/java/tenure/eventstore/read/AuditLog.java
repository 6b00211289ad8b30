package tenure.eventstore.read;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads the log for whoever looks into it: backwards, by all that stands in an event. One call looks at a bounded stretch,
 * however rare what is wanted may be, and says how far it came.
 */
public final class AuditLog {

    /** Events of one customer or user that are looked at per page. */
    public static final int EVENTS_A_PAGE = 2_000;

    /** Events of the whole log that are looked at per page. */
    public static final int POSITIONS_A_PAGE = 20_000;

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;

    /** A reader on the given database. */
    public AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How an event is filed.
     *
     * @param metadata      what was stored with it beside its payload, as JSON
     * @param leaf          hash of the event
     * @param firstPosition of its batch
     * @param lastPosition  of its batch
     * @param hash          of its batch
     * @param previousHash  of the batch before
     */
    public record Filed(
            String metadata, String leaf, long firstPosition, long lastPosition, String hash, String previousHash) {}

    /**
     * What belongs together with an event.
     *
     * @param from   lowest position that was looked at
     * @param to     highest position that was looked at
     * @param events in order, the event itself among them
     */
    public record Related(long from, long to, List<RecordedEvent> events) {}

    /**
     * The last events below a position that are wanted, newest first.
     *
     * @param before {@link Long#MAX_VALUE} begins at the newest
     */
    public LogPage search(LogFilter filter, long before, int limit) {
        var floor = floor(filter, before);
        var events = events(filter, floor, before, "desc", limit);
        return new LogPage(
                events, events.size() < limit ? floor : events.getLast().position());
    }

    /** The events around one that have its correlation; of those of a customer, only the customer's. */
    public Related related(RecordedEvent event, int limit) {
        if (event.correlationId() == null) {
            return new Related(event.position(), event.position(), List.of(event));
        }
        var filter = LogFilter.ofCorrelation(event.customerId(), event.correlationId());
        var floor = floor(filter, event.position());
        var ceiling = ceiling(filter, event.position());
        return new Related(floor, ceiling, events(filter, floor, ceiling + 1, "asc", limit));
    }

    private List<RecordedEvent> events(LogFilter filter, long floor, long before, String order, int limit) {
        var conditions = filter.conditions();
        var all = new ArrayList<String>(conditions.keySet());
        all.addAll(List.of("e.position >= :floor", "e.position < :before"));
        var statement = jdbc.sql(EventColumns.select(Detail.ALL) + "where " + String.join(" and ", all)
                        + " order by e.position " + order + " limit :limit")
                .param("floor", floor)
                .param("before", before)
                .param("limit", limit);
        for (var condition : conditions.entrySet()) {
            statement = statement.param(LogFilter.valueIn(condition.getKey()), condition.getValue());
        }
        return events(statement);
    }

    /** The lowest position that a page looks at; 1 when it looks at all that is left. */
    private long floor(LogFilter filter, long before) {
        return filter.indexed().isEmpty()
                ? Math.max(1, Math.min(before, head() + 1) - POSITIONS_A_PAGE)
                : distant(filter, "e.position < :start", "desc", before).orElse(1L);
    }

    private long ceiling(LogFilter filter, long after) {
        var head = head();
        return filter.indexed().isEmpty()
                ? Math.min(head, after + POSITIONS_A_PAGE)
                : distant(filter, "e.position > :start", "asc", after).orElse(head);
    }

    private Optional<Long> distant(LogFilter filter, String side, String order, long start) {
        var name = LogFilter.valueIn(filter.indexed());
        return jdbc.sql("select e.position from eventstore.event e where " + filter.indexed() + " and " + side
                        + " order by e.position " + order + " limit 1 offset :most")
                .param(name, name.equals("customer") ? filter.customerId() : filter.userId())
                .param("start", start)
                .param("most", EVENTS_A_PAGE - 1)
                .query(Long.class)
                .optional();
    }

    private long head() {
        return jdbc.sql("select position from eventstore.log_head")
                .query(Long.class)
                .single();
    }

    /** The events of these types in these streams up to a position, in order. */
    public List<RecordedEvent> ofStreams(Collection<String> streams, Collection<String> types, long upTo) {
        var numbers = jdbc.sql("select stream_no from eventstore.stream_head where stream = any (:streams)")
                .param("streams", streams.toArray(String[]::new))
                .query(Long.class)
                .list();
        if (numbers.isEmpty()) {
            return List.of();
        }
        // Put in order here: asked to do it, the database may well walk along all positions instead.
        return events(jdbc.sql(
                                EventColumns.select(Detail.ALL)
                                        + "where e.stream_no = any (:numbers) and e.position <= :upTo and t.name = any (:types)")
                        .param("numbers", numbers.toArray(Long[]::new))
                        .param("types", types.toArray(String[]::new))
                        .param("upTo", upTo))
                .stream()
                .sorted(Comparator.comparingLong(RecordedEvent::position))
                .toList();
    }

    /**
     * Those of a customer's next events after a position that say of another event that they replace it.
     *
     * @param most events that are looked at
     */
    public List<RecordedEvent> corrections(String customerId, long after, long upTo, int most) {
        return events(jdbc.sql(EventColumns.select(Detail.ALL) + """
                where e.position = any (array(
                        select c.position
                        from (select n.position, n.payload from eventstore.event n
                              where n.customer_id = :customer and n.position > :after and n.position <= :upTo
                              order by n.position limit :most) c
                        where strpos(convert_from(c.payload, 'UTF8'), '"corrects":"') > 0))
                  and e.position > :after and e.position <= :upTo
                order by e.position
                """)
                .param("customer", customerId)
                .param("after", after)
                .param("upTo", upTo)
                .param("most", most));
    }

    /**
     * The stored names of the first and of the last events that a customer has up to a position, in alphabetical order;
     * none when it has no events.
     */
    public List<String> typesOf(String customerId, long upTo) {
        return jdbc.sql("""
                select distinct t.name
                from ((select e.type_id from eventstore.event e
                       where e.customer_id = :customer and e.position <= :upTo order by e.position limit :most)
                      union all
                      (select e.type_id from eventstore.event e
                       where e.customer_id = :customer and e.position <= :upTo order by e.position desc limit :most)) e
                join eventstore.event_type t on t.type_id = e.type_id
                order by t.name
                """)
                .param("customer", customerId)
                .param("upTo", upTo)
                .param("most", EVENTS_A_PAGE / 4)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** How the event at a position is filed; empty when the log has none there. */
    public Optional<Filed> filed(long position) {
        return jdbc.sql("""
                select e.metadata, e.leaf, b.first_position, b.last_position, b.hash, b.previous_hash
                from eventstore.event e
                cross join lateral (select * from eventstore.batch where last_position >= e.position
                                    order by last_position limit 1) b
                where e.position = :position
                """).param("position", position).query(AuditLog::filed).optional();
    }

    private static Filed filed(ResultSet row, int number) throws SQLException {
        return new Filed(
                new String(row.getBytes("metadata"), StandardCharsets.UTF_8),
                HEX.formatHex(row.getBytes("leaf")),
                row.getLong("first_position"),
                row.getLong("last_position"),
                HEX.formatHex(row.getBytes("hash")),
                HEX.formatHex(row.getBytes("previous_hash")));
    }

    private static List<RecordedEvent> events(StatementSpec statement) {
        return statement.query(EventColumns::event).list();
    }
}
