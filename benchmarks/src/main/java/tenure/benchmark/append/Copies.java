package tenure.benchmark.append;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tenure.benchmark.event.Samples;
import tenure.benchmark.measure.Callers.Worker;
import tenure.eventstore.NewEvent;

/** Rows by COPY in text form, a transaction each time; like an append it begins with events, not with text. */
final class Copies implements Worker {

    private final Connection connection;
    private final Samples samples = new Samples();
    private final int size;
    private long version;

    Copies(DataSource dataSource, int size) throws SQLException {
        this.size = size;
        this.connection = dataSource.getConnection();
    }

    @Override
    public int work() throws Exception {
        var rows = new StringBuilder();
        samples.events(size).forEach(event -> row(rows, event));
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        return (int)
                copy.copyIn("copy bare_event " + BareTable.COLUMNS + " from stdin", new StringReader(rows.toString()));
    }

    private void row(StringBuilder rows, NewEvent event) {
        rows.append(samples.writer()).append('\t').append(version++);
        rows.append('\t').append(event.eventId()).append("\t1\t").append(event.occurredAt());
        rows.append('\t').append(event.occurredAt()).append('\t').append(event.customerId());
        rows.append("\t\\N\t").append(event.correlationId()).append('\t').append(event.causationId());
        rows.append('\t').append(event.commandKey()).append('\t').append(event.actor());
        for (var bytes : List.of(event.payload(), event.metadata())) {
            rows.append("\t\\\\x").append(HexFormat.of().formatHex(bytes));
        }
        rows.append("\t\\\\x").append(Samples.HASH).append('\n');
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
