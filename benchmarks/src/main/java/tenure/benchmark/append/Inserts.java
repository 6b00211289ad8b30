package tenure.benchmark.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.sql.DataSource;
import tenure.benchmark.event.Samples;
import tenure.benchmark.measure.Callers.Worker;

/** Bare inserts by JDBC, a transaction each, on a connection of its own: what stands in where there is no pgbench. */
final class Inserts implements Worker {

    private final Connection connection;
    private final PreparedStatement insert;
    private final Samples samples = new Samples();
    private final int size;
    private long version;

    Inserts(DataSource dataSource, int size) throws SQLException {
        this.size = size;
        this.connection = dataSource.getConnection();
        this.insert = connection.prepareStatement("insert into bare_event " + BareTable.COLUMNS
                + " values (?, ?, ?, 1, ?, clock_timestamp(), ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        connection.setAutoCommit(size == 1);
    }

    @Override
    public int work() throws SQLException {
        for (var event : samples.events(size)) {
            insert.setLong(1, samples.writer());
            insert.setLong(2, version++);
            insert.setObject(3, event.eventId());
            insert.setObject(4, event.occurredAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, event.customerId());
            insert.setString(6, event.userId());
            insert.setString(7, event.correlationId());
            insert.setString(8, event.causationId());
            insert.setString(9, event.commandKey());
            insert.setString(10, event.actor());
            insert.setBytes(11, event.payload());
            insert.setBytes(12, event.metadata());
            insert.setBytes(13, HexFormat.of().parseHex(Samples.HASH));
            if (size > 1) {
                insert.addBatch();
            }
        }
        if (size == 1) {
            insert.executeUpdate();
        } else {
            insert.executeBatch();
            connection.commit();
        }
        return size;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        connection.setAutoCommit(true);
        connection.close();
    }
}
