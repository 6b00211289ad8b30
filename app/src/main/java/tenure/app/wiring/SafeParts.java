package tenure.app.wiring;

import java.util.stream.Stream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.serialization.Serializer;
import tenure.eventstore.PostgresEventStore;
import tenure.eventstore.deadletter.HandlersInSavepoint;
import tenure.eventstore.deadletter.PostgresDeadLetterQueue;

/** Refuses parts of Axon with which events or positions could be lost, however they came into the configuration. */
final class SafeParts {

    private SafeParts() {}

    /**
     * Looks at a configuration that has been built.
     *
     * @throws UnsafePart when a part is not fit for a ledger
     */
    static void require(Configuration configuration) {
        if (!(configuration.eventStore() instanceof PostgresEventStore)) {
            throw new UnsafePart("The event store is not Tenure's log but "
                    + configuration.eventStore().getClass().getSimpleName() + ".");
        }
        if (configuration.getComponent(TransactionManager.class, () -> NoTransactionManager.INSTANCE)
                instanceof NoTransactionManager) {
            throw new UnsafePart("Axon has no transaction manager: rows and positions would not commit together.");
        }
        if (configuration.getComponent(TokenStore.class, InMemoryTokenStore::new) instanceof InMemoryTokenStore) {
            throw new UnsafePart("The token store keeps positions in memory: they would be lost at every stop.");
        }
        Stream.of(configuration.serializer(), configuration.eventSerializer(), configuration.messageSerializer())
                .filter(SafeParts::isXStream)
                .findFirst()
                .ifPresent(serializer -> {
                    throw new UnsafePart("XStream would read classes by the names that it finds in the database.");
                });
        var processing = configuration.eventProcessingConfiguration();
        if (processing != null) {
            processing.eventProcessors().keySet().forEach(name -> requireParking(processing, name));
        }
    }

    /** Without these a processor skips what it cannot handle, or keeps half of what it did, or stands still. */
    private static void requireParking(EventProcessingConfiguration processing, String name) {
        if (!(processing.errorHandler(name) instanceof PropagatingErrorHandler)) {
            throw new UnsafePart("The processor " + name + " goes on after an error that it should repeat.");
        }
        if (!(processing.deadLetterQueue(name).orElse(null) instanceof PostgresDeadLetterQueue)) {
            throw new UnsafePart("The processor " + name + " has no dead-letter queue of Tenure's.");
        }
        if (!(processing.sequencedDeadLetterProcessor(name).orElse(null) instanceof SimpleEventHandlerInvoker invoker)
                || !(invoker.getListenerInvocationErrorHandler() instanceof PropagatingErrorHandler)
                || !invoker.eventHandlers().stream().allMatch(HandlersInSavepoint.class::isInstance)) {
            throw new UnsafePart("The handlers of the processor " + name + " do not run in a savepoint, or have another"
                    + " name than their processor.");
        }
    }

    /** By name, as XStream is not on the class path and must not come there for a check. */
    private static boolean isXStream(Serializer serializer) {
        return Stream.<Class<?>>iterate(serializer.getClass(), type -> type != null, type -> type.getSuperclass())
                .anyMatch(type -> type.getSimpleName().contains("XStream"));
    }

    /** A part that a ledger must not be built with. */
    static final class UnsafePart extends RuntimeException {
        UnsafePart(String message) {
            super(message);
        }
    }
}
