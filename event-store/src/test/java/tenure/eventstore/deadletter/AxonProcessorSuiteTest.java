package tenure.eventstore.deadletter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventIntegrationTest;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterEach;
import tenure.eventstore.PostgresEventStorageEngine;

/** Axon's own suite for a processor with a queue. Its events come from memory, so they are remembered for the queue. */
class AxonProcessorSuiteTest extends DeadLetteringEventIntegrationTest {

    private final ToldLog log = new ToldLog();
    private final Map<Long, TrackedEventMessage<?>> events = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        log.close();
    }

    @Override
    protected SequencedDeadLetterQueue<EventMessage<?>> buildDeadLetterQueue() {
        return remembering(new PostgresDeadLetterQueue(
                PROCESSING_GROUP,
                new LetterTable(
                        log.jdbc,
                        positions -> positions.stream()
                                .map(events::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        ToldLog.JSON),
                new SequenceClaims(log.jdbc, log.transactions, "suite", Duration.ofSeconds(30)),
                PostgresDeadLetterQueue.Limits.NONE));
    }

    @Override
    protected TransactionManager getTransactionManager() {
        return log.axonTransactions();
    }

    @Override
    protected boolean identifierCacheEnabled() {
        return true;
    }

    @SuppressWarnings("unchecked") // a queue of the same events
    private SequencedDeadLetterQueue<EventMessage<?>> remembering(SequencedDeadLetterQueue<EventMessage<?>> queue) {
        return (SequencedDeadLetterQueue<EventMessage<?>>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SequencedDeadLetterQueue.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length == 2) {
                        arguments[1] = switch (arguments[1]) {
                            case DeadLetter<?> letter -> remember(letter);
                            case Supplier<?> letters ->
                                (Supplier<Object>) () -> remember((DeadLetter<?>) letters.get());
                            default -> arguments[1];
                        };
                    }
                    try {
                        return method.invoke(queue, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private DeadLetter<?> remember(DeadLetter<?> letter) {
        var event = (TrackedEventMessage<?>) letter.message();
        events.put(PostgresEventStorageEngine.position(event.trackingToken()), event);
        return letter;
    }
}
