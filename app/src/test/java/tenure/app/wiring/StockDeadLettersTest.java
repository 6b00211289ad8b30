package tenure.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.deadletter.jdbc.GenericDeadLetterTableFactory;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tenure.domain.usage.event.UsageDayReported;
import tenure.eventstore.CustomerSequence;
import tenure.eventstore.EventNames;
import tenure.eventstore.PostgresEventStore;

/** The control of {@link PoisonedCustomersTest}: with Axon's own queue its promises are broken, and this is seen. */
class StockDeadLettersTest extends ProcessorHarness {

    private static final int AXON_HOLDS = 1_024;
    private static final String POISONED = "P-7";

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private PooledStreamingEventProcessor stock;

    @AfterEach
    void stopStock() {
        stock.shutDown();
        threads.shutdownNow();
    }

    @Test
    void holdUpEverybodyWhenTheDatabaseRefusesAStatement() throws Exception {
        startStock(event -> {
            if (event.customerId().equals(POISONED)) {
                Poison.REFUSED_BY_A_CONSTRAINT.take(event, jdbc);
            }
        });
        report(Stream.of("P-1", POISONED, "P-2").map(customer -> usage(customer, FIRST_DAY, "logins")));

        assertThat(failure.get(60, TimeUnit.SECONDS)).hasStackTraceContaining("current transaction is aborted");
        assertThat(letters()).as("the letter went with the transaction").isZero();
        assertThat(seen("P-2")).isEmpty();
    }

    @Test
    void keepTheRowsOfAHandlerThatFailed() {
        startStock(event -> {
            if (event.customerId().equals(POISONED)) {
                throw new IllegalStateException("Indigestible");
            }
        });
        report(Stream.of(POISONED, "P-2").map(customer -> usage(customer, FIRST_DAY, "logins")));

        awaitSeen(2);
        assertThat(letters()).isOne();
        assertThat(seen(POISONED)).as("half of what the handler is to do").hasSize(1);
    }

    @Test
    void areFullAfterSoManyCustomers() throws Exception {
        startStock(event -> {
            if (!event.customerId().equals("healthy")) {
                throw new IllegalStateException("Indigestible");
            }
        });
        report(Stream.concat(
                IntStream.rangeClosed(0, AXON_HOLDS).mapToObj(no -> usage("P-" + no, FIRST_DAY, "logins")),
                Stream.of(usage("healthy", FIRST_DAY, "logins"))));

        assertThat(failure.get(60, TimeUnit.SECONDS)).isInstanceOf(DeadLetterQueueOverflowException.class);
        assertThat(letters()).isLessThanOrEqualTo(AXON_HOLDS);
        assertThat(seen("healthy")).as("held up by the one customer too many").isEmpty();
    }

    private int letters() {
        return count("select count(*) from DeadLetterEntry");
    }

    private void startStock(Consumer<UsageDayReported> trouble) {
        start();
        Poison.prepare(jdbc);
        var serializer = context.getBean(Serializer.class);
        var transactions = context.getBean(TransactionManager.class);
        var queue = JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup("stock")
                .connectionProvider(new TransactionAwareDataSourceProxy(database)::getConnection)
                .transactionManager(transactions)
                .genericSerializer(serializer)
                .eventSerializer(serializer)
                .build();
        queue.createSchema(new GenericDeadLetterTableFactory() {
            @Override
            protected String serializedDataType() {
                return "bytea";
            }
        });
        var invoker = DeadLetteringEventHandlerInvoker.builder();
        invoker.eventHandlers(List.of(new Recorder(jdbc, trouble)));
        invoker.sequencingPolicy(new CustomerSequence(context.getBean(EventNames.class)));
        stock = PooledStreamingEventProcessor.builder()
                .name("stock")
                .eventHandlerInvoker(
                        invoker.queue(queue).transactionManager(transactions).build())
                .messageSource(context.getBean(PostgresEventStore.class))
                .tokenStore(context.getBean(TokenStore.class))
                .transactionManager(transactions)
                .errorHandler(batch -> {
                    failure.complete(batch.error());
                    throw new IllegalStateException(batch.error());
                })
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .batchSize(256)
                .build();
        stock.start();
    }
}
