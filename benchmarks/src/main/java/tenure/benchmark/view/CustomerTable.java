package tenure.benchmark.view;

import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row per customer, written set-wise: one statement for all customers of a page. */
public final class CustomerTable implements View {

    private final String name;
    private final DataSource dataSource;
    private final JdbcClient jdbc;

    /** Makes an empty table. */
    public CustomerTable(DataSource dataSource, String name) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.name = name;
        jdbc.sql("create table " + name
                        + " (customer_id text primary key, seats integer, events bigint, last_seen timestamptz)")
                .update();
    }

    @Override
    public void apply(List<Change> page) {
        var rows = CustomerRow.of(page);
        jdbc.sql("""
                insert into %s as c (customer_id, seats, events, last_seen)
                select * from unnest(?::text[], ?::integer[], ?::bigint[], ?::timestamptz[])
                on conflict (customer_id) do update
                set seats = excluded.seats, events = c.events + excluded.events, last_seen = excluded.last_seen
                """.formatted(name))
                .param(rows.stream().map(CustomerRow::customer).toArray(String[]::new))
                .param(rows.stream().map(CustomerRow::seats).toArray(Integer[]::new))
                .param(rows.stream().map(CustomerRow::events).toArray(Long[]::new))
                .param(rows.stream()
                        .map(row -> row.lastSeen().atOffset(ZoneOffset.UTC).toString())
                        .toArray(String[]::new))
                .update();
    }

    /** Writes rows of customers that are not there yet. */
    void copy(Collection<CustomerRow> rows) throws Exception {
        var text = new StringBuilder();
        for (var row : rows) {
            text.append(row.customer()).append('\t').append(row.seats()).append('\t');
            text.append(row.events()).append('\t').append(row.lastSeen()).append('\n');
        }
        try (var connection = dataSource.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + name + " from stdin", new StringReader(text.toString()));
        }
    }

    @Override
    public void clear() {
        jdbc.sql("truncate " + name).update();
    }

    /** How many events the rows count. */
    public long events() {
        return jdbc.sql("select coalesce(sum(events), 0)::bigint from " + name)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
