package tenure.eventstore.read;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells a database that is away from an event that cannot be digested. The first passes by itself, and everybody waits
 * for it; the second never does, and only its customer should wait.
 *
 * <p>A statement that ran into its time limit, or over a limit on sizes, counts as the event's: it would do so again.
 */
public final class DatabaseOutage {

    /** Connection lost, transaction rolled back for another's sake, no resources left, shut down, disk trouble. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "58");

    /** Shut down, crashed, starting up, dropped. */
    private static final String OPERATOR_INTERVENED = "57P";

    /** Read only for now, idle in a transaction for too long, a lock that was not to be had. */
    private static final Set<String> OTHERS = Set.of("25006", "25P03", "55P03");

    private DatabaseOutage() {}

    /** Whether the database, and not what it was asked, is to blame for a failure. */
    public static boolean isBehind(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException refused && isOutage(refused.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2))
                        || state.startsWith(OPERATOR_INTERVENED)
                        || OTHERS.contains(state));
    }
}
