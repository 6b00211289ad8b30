package tenure.eventstore.skip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tenure.eventstore.CustomerSequence;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.PostgresEventStore;
import tenure.eventstore.PostgresTokenStore;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.read.LogSignal;

/**
 * Axon's pooled processor with four segments, stopped and started again every ten seconds. An event counts as seen once
 * its batch and the token are committed together.
 */
final class ProcessorReader extends LogReader {

    private static final int SEGMENTS = 4;
    private static final Duration RUN = Duration.ofSeconds(10);

    private final Seen seen = new Seen();
    private final PostgresEventStorageEngine engine;
    private final LogSignal signal;
    private final TestDatabase database;
    private int starts;

    ProcessorReader(PostgresEventStorageEngine engine, LogSignal signal, TestDatabase database) {
        super("processor");
        this.engine = engine;
        this.signal = signal;
        this.database = database;
    }

    @Override
    void readOn() {
        try (var coordinator = Executors.newSingleThreadScheduledExecutor();
                var workers = Executors.newScheduledThreadPool(SEGMENTS)) {
            var processor = processor(coordinator, workers);
            processor.start();
            LockSupport.parkNanos(RUN.toNanos());
            processor.shutDown();
        }
    }

    private PooledStreamingEventProcessor processor(
            ScheduledExecutorService coordinator, ScheduledExecutorService workers) {
        var tokens = new PostgresTokenStore(
                database.jdbc(), Jackson3Serializer.builder().build(), "node-" + starts++, Duration.ofSeconds(10));
        return PooledStreamingEventProcessor.builder()
                .name("seen")
                .messageSource(PostgresEventStore.over(engine, signal))
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers((EventMessageHandler) this::handle)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .sequencingPolicy(new CustomerSequence(TenureLog.names()))
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .tokenStore(tokens)
                .transactionManager(new SpringTransactions(database.dataSource()))
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(SEGMENTS)
                .initialToken(source -> source.createTailToken())
                .batchSize(500)
                .tokenClaimInterval(TimeUnit.SECONDS.toMillis(1))
                .build();
    }

    private Object handle(EventMessage<?> event) {
        var position =
                ((TrackedEventMessage<?>) event).trackingToken().position().orElseThrow();
        var customer = event.getPayload() instanceof Grew grew
                ? grew.customerId()
                : ((Happened) event.getPayload()).customerId();
        // One callback a batch, as Axon runs those after a commit in reverse.
        List<Runnable> batch = CurrentUnitOfWork.get().getOrComputeResource("batch", name -> {
            var events = new ArrayList<Runnable>();
            CurrentUnitOfWork.get().afterCommit(done -> events.forEach(Runnable::run));
            return events;
        });
        batch.add(() -> seen.event(customer, position, UUID.fromString(event.getIdentifier())));
        return null;
    }

    @Override
    Seen seen() {
        return seen;
    }
}
