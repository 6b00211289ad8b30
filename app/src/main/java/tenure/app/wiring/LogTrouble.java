package tenure.app.wiring;

import java.util.Optional;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import tenure.command.PassingTrouble;
import tenure.command.problem.Problem;
import tenure.eventstore.Appender.LogBusy;
import tenure.eventstore.Appender.OutcomeUnknown;

/** Knows when the log or its database cannot be used right now, and whether the command may have been applied. */
@Component
class LogTrouble implements PassingTrouble {

    private static final int UNAVAILABLE = 503;

    @Override
    public Optional<Problem> problemOf(RuntimeException failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case LogBusy busy ->
                        Problem.of(
                                UNAVAILABLE,
                                "LOG_BUSY",
                                busy.getMessage() + " Send it again in a moment.",
                                Problem.NOT_APPLIED);
                    case OutcomeUnknown unknown ->
                        Problem.of(
                                UNAVAILABLE,
                                "OUTCOME_UNKNOWN",
                                "The database went away while the command was being stored. Send it again with the same"
                                        + " Idempotency-Key; it will not be applied twice.",
                                Problem.UNKNOWN);
                    // Reads change nothing, and a command that could not read has not been stored.
                    case CannotCreateTransactionException outage -> unreachable();
                    case NonTransientDataAccessResourceException outage -> unreachable();
                    case TransientDataAccessException outage -> unreachable();
                    case RecoverableDataAccessException outage -> unreachable();
                    default -> null;
                });
    }

    private static Problem unreachable() {
        return Problem.of(
                UNAVAILABLE,
                "DATABASE_UNAVAILABLE",
                "The database cannot be reached. Try again in a moment.",
                Problem.NOT_APPLIED);
    }
}
