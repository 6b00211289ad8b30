package tenure.benchmark.view;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import tenure.benchmark.event.Samples;
import tenure.benchmark.event.SeatsChanged;
import tools.jackson.databind.ObjectReader;

/** The same rows by plain JDBC: no join, only the columns that the views need, the same parser. */
public final class JdbcSource implements Source {

    private final DataSource dataSource;
    private final ObjectReader reader = Samples.json().readerFor(SeatsChanged.class);

    /** Reads from a database. */
    public JdbcSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public long head() {
        return JdbcClient.create(dataSource)
                .sql("select max(position) from eventstore.event")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    @Override
    public List<Change> page(long after, long upTo) throws SQLException {
        var connection = DataSourceUtils.getConnection(dataSource);
        try (var select = connection.prepareStatement("select event_id, occurred_at, payload from eventstore.event"
                + " where position > ? and position <= ? order by position")) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            var page = new ArrayList<Change>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    page.add(new Change(
                            rows.getString(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            reader.readValue(rows.getBytes(3))));
                }
            }
            return page;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
