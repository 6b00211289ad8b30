package tenure.benchmark.axon;

import java.sql.SQLException;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tenure.benchmark.measure.BenchmarkDatabase;

/** Axon's JDBC engine: its tables for PostgreSQL, bytea, pooled connections, multi-row inserts, large pages. */
public final class AxonJdbc {

    private AxonJdbc() {}

    /** Makes the tables in a schema of their own, and an engine on them. */
    public static AxonEngine create(BenchmarkDatabase database, int connections) throws SQLException {
        database.jdbc().sql("create schema axon_jdbc").update();
        var pool = database.pool("axon_jdbc", connections);
        var dataSource = new TransactionAwareDataSourceProxy(pool);
        var schema = new EventSchema();
        try (var connection = dataSource.getConnection();
                var events = PostgresEventTableFactory.INSTANCE.createDomainEventTable(connection, schema);
                var snapshots = PostgresEventTableFactory.INSTANCE.createSnapshotEventTable(connection, schema)) {
            events.execute();
            snapshots.execute();
        }
        var transactions = AxonTransactions.on(pool);
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new DataSourceConnectionProvider(dataSource))
                .transactionManager(transactions)
                .schema(schema)
                .eventSerializer(AxonEngine.serializer())
                .snapshotSerializer(AxonEngine.serializer())
                .batchSize(AxonEngine.BATCH)
                .build();
        return new AxonEngine(engine, dataSource, transactions);
    }
}
