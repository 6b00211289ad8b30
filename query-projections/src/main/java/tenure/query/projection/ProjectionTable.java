package tenure.query.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.eventstore.read.RecordedEvent;

/** Positions of projections and the events parked by them. */
@Repository
public class ProjectionTable {

    private final JdbcClient jdbc;

    /** Reads and writes by these statements. */
    public ProjectionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes sure that a projection has a row. */
    void register(String name) {
        jdbc.sql("insert into query.projection (name) values (?) on conflict do nothing")
                .param(name)
                .update();
    }

    /**
     * The position, locked until the end of the transaction: nobody else projects this page meanwhile. The transaction need
     * not wait for the disk: should the server fail, its rows are lost together with the position, and are made again.
     */
    public long lock(String name) {
        return jdbc.sql("""
                select position, set_config('synchronous_commit', 'off', true)
                from query.projection where name = ? for update
                """)
                .param(name)
                .query((row, number) -> row.getLong("position"))
                .single();
    }

    void move(String name, long position) {
        jdbc.sql("update query.projection set position = ? where name = ?")
                .param(position)
                .param(name)
                .update();
    }

    /** How far a projection has read: the log up to here is in its rows. */
    public long position(String name) {
        return jdbc.sql("select position from query.projection where name = ?")
                .param(name)
                .query((row, number) -> row.getLong("position"))
                .optional()
                .orElse(0L);
    }

    /** Customers with a parked event, in the order of their ids; the empty id stands for events without a customer. */
    public Set<String> parkedCustomers(String projection) {
        return new TreeSet<>(jdbc.sql("select distinct customer_id from query.parked_event where projection = ?")
                .param(projection)
                .query((row, number) -> row.getString("customer_id"))
                .list());
    }

    /** Positions of a customer's parked events, oldest first. */
    List<Long> parkedPositions(String projection, String customerId, int limit) {
        return jdbc.sql("""
                select position from query.parked_event
                where projection = ? and customer_id = ? order by position limit ?
                """)
                .params(List.of(projection, customerId, limit))
                .query((row, number) -> row.getLong("position"))
                .list();
    }

    /** Takes events out of the parking. Returns how many were in it. */
    int unpark(String projection, List<Long> positions) {
        return jdbc.sql("delete from query.parked_event where projection = :projection and position = any (:positions)")
                .param("projection", projection)
                .param("positions", positions.toArray(Long[]::new))
                .update();
    }

    void park(String projection, RecordedEvent event, String error) {
        jdbc.sql("""
                insert into query.parked_event (projection, position, customer_id, error)
                values (?, ?, ?, ?)
                on conflict (projection, position) do nothing
                """)
                .params(List.of(projection, event.position(), customerOf(event), storable(error)))
                .update();
    }

    /** An error may quote what it could not store: text here holds no NUL and no half of a pair. */
    private static String storable(String error) {
        return new String(error.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    static String customerOf(RecordedEvent event) {
        var customerId = event.customerId();
        return customerId == null ? "" : customerId;
    }

    /** An event that a projection could not digest, or that waits behind one. */
    public record Parked(String projection, long position, String customerId, String error) {}

    /** The parked events of a projection, oldest first. */
    public List<Parked> parked(String projection, int limit) {
        return jdbc.sql("""
                select projection, position, customer_id, error
                from query.parked_event where projection = ? order by position limit ?
                """)
                .param(projection)
                .param(limit)
                .query((row, number) -> new Parked(
                        row.getString("projection"),
                        row.getLong("position"),
                        row.getString("customer_id"),
                        row.getString("error")))
                .list();
    }

    /** How many events of a customer are parked. */
    public long parkedEvents(String projection, String customerId) {
        return jdbc.sql("select count(*) as events from query.parked_event where projection = ? and customer_id = ?")
                .params(projection, customerId)
                .query((row, number) -> row.getLong("events"))
                .single();
    }

    /** How many events are parked. */
    public long parkedEvents(String projection) {
        return jdbc.sql("select count(*) as events from query.parked_event where projection = ?")
                .param(projection)
                .query((row, number) -> row.getLong("events"))
                .single();
    }
}
