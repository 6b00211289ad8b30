package tenure.eventstore.deadletter;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import tenure.eventstore.AppendOutcome.Stored;
import tenure.eventstore.Appender;
import tenure.eventstore.EventNames;
import tenure.eventstore.EventType;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.PostgresEventStorageEngine.Fact;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.read.LogSignal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** A real log of things told by customers, and letters about them. */
final class ToldLog implements AutoCloseable {

    static final Serializer JSON = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(
                    builder -> builder.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("org.axonframework.")
                            .build()))
            .build();

    /** Somebody said something. */
    record Told(String customerId, String words) {}

    private final TestDatabase database = TestDatabase.withLog();
    private final Appender appender = new Appender(database.dataSource(), new LogSignal());
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
            appender,
            database.jdbc(),
            new EventNames().with(new EventType("told", 1), Told.class),
            JsonMapper.builder().build(),
            IllegalStateException::new);

    final JdbcClient jdbc = database.jdbc();
    final PlatformTransactionManager transactions = new DataSourceTransactionManager(database.dataSource());

    /** Writes an event and reads it as a processor would. */
    TrackedEventMessage<?> told(String customer) {
        var message = GenericEventMessage.asEventMessage(
                new Told(customer, UUID.randomUUID().toString()));
        var outcome = (Stored) engine.record(List.of(new Fact("told/" + customer, message)))
                .outcomes()
                .getFirst();
        return engine.eventsAt(List.of(outcome.firstPosition())).getFirst();
    }

    LetterTable letters() {
        return new LetterTable(jdbc, engine::eventsAt, JSON);
    }

    PostgresDeadLetterQueue queue(String processor, String owner, Duration claimTimeout) {
        return new PostgresDeadLetterQueue(
                processor,
                letters(),
                new SequenceClaims(jdbc, transactions, owner, claimTimeout),
                PostgresDeadLetterQueue.Limits.NONE);
    }

    /** Spring's transactions as Axon wants them; one within another is a savepoint. */
    TransactionManager axonTransactions() {
        return () -> {
            var status = transactions.getTransaction(
                    new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
            return new Transaction() {
                @Override
                public void commit() {
                    transactions.commit(status);
                }

                @Override
                public void rollback() {
                    transactions.rollback(status);
                }
            };
        };
    }

    @Override
    public void close() {
        appender.close();
        database.close();
    }
}
