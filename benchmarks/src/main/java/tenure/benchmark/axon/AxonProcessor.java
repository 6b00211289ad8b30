package tenure.benchmark.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import tenure.benchmark.event.SeatsChanged;
import tenure.benchmark.view.Change;

/** A pooled streaming processor at its best settings: batches of 1,000, a segment per core, writes once a batch. */
public final class AxonProcessor implements AutoCloseable {

    private final ScheduledExecutorService coordinator = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService workers;
    private final PooledStreamingEventProcessor processor;

    /**
     * Starts at the first event.
     *
     * @param inTransaction gets the events of a batch, before it commits
     * @param committed     gets the same events when it has
     */
    public AxonProcessor(
            String name,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            TokenStore tokens,
            TransactionManager transactions,
            Consumer<List<Change>> inTransaction,
            Consumer<List<Change>> committed) {
        var segments = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
        workers = Executors.newScheduledThreadPool(segments);
        processor = PooledStreamingEventProcessor.builder()
                .name(name)
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new BatchHandler(inTransaction, committed))
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(segments)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(AxonEngine.BATCH)
                .build();
        processor.start();
    }

    /** Axon's own token store, in the schema of an engine. */
    public static TokenStore tokens(AxonEngine engine) throws Exception {
        var schema = new TokenSchema();
        try (var connection = engine.dataSource().getConnection();
                var table = PostgresTokenTableFactory.INSTANCE.createTable(connection, schema)) {
            table.execute();
        }
        return JdbcTokenStore.builder()
                .connectionProvider(new DataSourceConnectionProvider(engine.dataSource()))
                .serializer(AxonEngine.serializer())
                .schema(schema)
                .build();
    }

    /** Whether it runs or has failed, in a word. */
    public String state() {
        return processor.isError() ? "failed" : "runs";
    }

    @Override
    public void close() {
        processor.shutDown();
        coordinator.shutdown();
        workers.shutdown();
    }

    /** Collects the events of a batch. */
    static final class BatchHandler {
        private final Consumer<List<Change>> inTransaction;
        private final Consumer<List<Change>> committed;

        BatchHandler(Consumer<List<Change>> inTransaction, Consumer<List<Change>> committed) {
            this.inTransaction = inTransaction;
            this.committed = committed;
        }

        @EventHandler
        void on(SeatsChanged event, EventMessage<?> message) {
            var unit = CurrentUnitOfWork.get().root();
            List<Change> batch = unit.getOrComputeResource("changes", name -> {
                var changes = new ArrayList<Change>();
                unit.onPrepareCommit(any -> inTransaction.accept(changes));
                unit.afterCommit(any -> committed.accept(changes));
                return changes;
            });
            batch.add(new Change(message.getIdentifier(), message.getTimestamp(), event));
        }
    }
}
