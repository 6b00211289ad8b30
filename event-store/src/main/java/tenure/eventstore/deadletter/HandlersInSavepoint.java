package tenure.eventstore.deadletter;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The handlers of a processing group as one, which does an event wholly or not at all: when one of them throws, what any
 * of them wrote is taken back, and the transaction can go on even if the database refused a statement. All in one
 * savepoint, as a letter is tried again by all.
 */
public final class HandlersInSavepoint implements EventMessageHandler {

    private final List<EventMessageHandler> handlers;
    private final PlatformTransactionManager transactions;
    private final DataSource dataSource;

    private HandlersInSavepoint(
            List<EventMessageHandler> handlers, PlatformTransactionManager transactions, DataSource dataSource) {
        this.handlers = handlers;
        this.transactions = transactions;
        this.dataSource = dataSource;
    }

    /**
     * Puts the handlers that a builder has been given into a savepoint.
     *
     * @param transactions those of the data source
     */
    public static DeadLetteringEventHandlerInvoker.Builder around(
            DeadLetteringEventHandlerInvoker.Builder builder,
            PlatformTransactionManager transactions,
            DataSource dataSource) {
        // A builder does not tell its handlers, but what it builds does.
        builder.eventHandlers(new HandlersInSavepoint(builder.build().eventHandlers(), transactions, dataSource));
        return builder;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> event) throws Exception {
        var savepoint = transactions.getTransaction(
                new DefaultTransactionDefinition(DefaultTransactionDefinition.PROPAGATION_NESTED));
        try {
            for (var handler : handlers) {
                handler.handle(event);
            }
            requireUsable();
        } catch (StackOverflowError e) {
            transactions.rollback(savepoint);
            // Axon takes an Error for the end of the processor, but this one is the event's.
            throw new HandlerOverflow("A handler calls itself without end.", e);
        } catch (Exception | Error e) {
            transactions.rollback(savepoint);
            throw e;
        }
        transactions.commit(savepoint);
        return null;
    }

    /** A refused statement that a handler kept to itself would fail every later one of the batch. */
    private void requireUsable() throws SQLException {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
                throw new StatementRefused("The database refused a statement, and the handler went on nevertheless.");
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Override
    public boolean canHandle(EventMessage<?> event) {
        return handlers.stream().anyMatch(handler -> handler.canHandle(event));
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handlers.stream().anyMatch(handler -> handler.canHandleType(payloadType));
    }

    @Override
    public boolean supportsReset() {
        return handlers.stream().anyMatch(EventMessageHandler::supportsReset);
    }

    @Override
    public void prepareReset() {
        handlers.forEach(EventMessageHandler::prepareReset);
    }

    @Override
    public <R> void prepareReset(R context) {
        handlers.forEach(handler -> handler.prepareReset(context));
    }

    /** A handler that took no notice of a refused statement. */
    public static final class StatementRefused extends RuntimeException {
        StatementRefused(String message) {
            super(message);
        }
    }

    /** A handler that used up the stack. */
    public static final class HandlerOverflow extends RuntimeException {
        HandlerOverflow(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
