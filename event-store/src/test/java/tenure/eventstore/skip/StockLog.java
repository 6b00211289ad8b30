package tenure.eventstore.skip;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The log as Axon's own JDBC engine keeps it, with its defaults. */
final class StockLog implements WrittenLog {

    private static final String UNIQUE_VIOLATION = "23505";

    private final HikariDataSource connections = new HikariDataSource();
    private final JdbcEventStorageEngine engine;

    StockLog(String url) {
        connections.setJdbcUrl(url);
        connections.setMaximumPoolSize(12);
        engine = engine(connections);
    }

    static JdbcEventStorageEngine engine(DataSource dataSource) {
        var json = Jackson3Serializer.builder().build();
        return JdbcEventStorageEngine.builder()
                .eventSerializer(json)
                .snapshotSerializer(json)
                .dataType(byte[].class)
                .persistenceExceptionResolver(
                        e -> e instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState()))
                .connectionProvider(new TransactionAwareDataSourceProxy(dataSource)::getConnection)
                .transactionManager(new SpringTransactions(dataSource))
                .build();
    }

    @Override
    public boolean append(String stream, long version, List<Entry> entries) {
        var messages = new ArrayList<DomainEventMessage<?>>(entries.size());
        for (var entry : entries) {
            Object payload = entry.grew()
                    ? new Grew(entry.customerId(), entry.occurredAt(), entry.filler())
                    : new Happened(entry.customerId(), entry.occurredAt(), entry.filler());
            messages.add(new GenericDomainEventMessage<>(
                    "Thing",
                    stream,
                    version + messages.size(),
                    payload,
                    Map.of(),
                    UUID.randomUUID().toString(),
                    entry.occurredAt()));
        }
        try {
            engine.appendEvents(messages);
            return true;
        } catch (ConcurrencyException | AggregateStreamCreationException refused) {
            return false;
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
