package tenure.query.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of lives. */
@Repository
class LifeTable {

    /** Rows that come over the line together, where all lives are read. */
    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcClient jdbc;

    LifeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row: some of a customer's events.
     *
     * @param lastPosition the greatest in this row and those before it
     */
    record Row(String customerId, int number, long lastPosition, byte[] packed) {}

    /** The last row of each of these customers; one without any is absent. */
    Map<String, Row> tails(Collection<String> customerIds) {
        var tails = new HashMap<String, Row>();
        jdbc.sql("""
                select t.customer_id, t.number, t.last_position, t.packed
                from unnest(:ids::text[]) wanted (customer_id)
                cross join lateral (
                    select * from query.life l where l.customer_id = wanted.customer_id
                    order by l.number desc limit 1) t
                """).param("ids", customerIds.toArray(String[]::new)).query(row -> {
            var tail = row(row);
            tails.put(tail.customerId(), tail);
        });
        return tails;
    }

    /** Writes rows, those that are there already anew. Rows that are built in a shadow get their revisions from the same sequence. */
    void write(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into query.life (customer_id, number, revision, last_position, packed)
                select customer_id, number, nextval('"query".life_revision'), last_position, packed
                from unnest(:ids::text[], :numbers::integer[], :positions::bigint[], :packed::bytea[])
                     r (customer_id, number, last_position, packed)
                on conflict (customer_id, number) do update
                set revision = excluded.revision, last_position = excluded.last_position, packed = excluded.packed
                """)
                .param("ids", rows.stream().map(Row::customerId).toArray(String[]::new))
                .param("numbers", rows.stream().map(Row::number).toArray(Integer[]::new))
                .param("positions", rows.stream().map(Row::lastPosition).toArray(Long[]::new))
                .param("packed", rows.stream().map(Row::packed).toArray(byte[][]::new))
                .update();
    }

    /** The newest revision of any row; 0 when there is none. */
    long revision() {
        return jdbc.sql("select coalesce(max(revision), 0) from query.life")
                .query(Long.class)
                .single();
    }

    /** Customers with a row that changed after a revision, in the order of their ids. */
    Set<String> changedSince(long revision) {
        return new TreeSet<>(jdbc.sql("select distinct customer_id from query.life where revision > ?")
                .param(revision)
                .query(String.class)
                .list());
    }

    /** The rows of these customers, those of one after each other and in their order. */
    void rows(Collection<String> customerIds, Consumer<Row> receiver) {
        jdbc.sql("""
                select * from query.life where customer_id = any (:ids)
                order by customer_id, number
                """)
                .param("ids", customerIds.toArray(String[]::new))
                .withFetchSize(ROWS_AT_A_TIME)
                .query(row -> {
                    receiver.accept(row(row));
                });
    }

    /** All rows, those of a customer after each other and in their order. */
    void rows(Consumer<Row> receiver) {
        jdbc.sql("select * from query.life order by customer_id, number")
                .withFetchSize(ROWS_AT_A_TIME)
                .query(row -> {
                    receiver.accept(row(row));
                });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("customer_id"),
                row.getInt("number"),
                row.getLong("last_position"),
                row.getBytes("packed"));
    }
}
