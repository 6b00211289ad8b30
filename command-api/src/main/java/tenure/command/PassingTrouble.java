package tenure.command;

import java.util.Optional;
import tenure.command.problem.Problem;

/**
 * Tells trouble that passes by itself, such as a database that is away for a moment, from faults of ours. Implemented by
 * the application, which alone knows what the log throws.
 */
@FunctionalInterface
public interface PassingTrouble {
    /** What to answer when the failure may pass, with a status of 503; empty when sending it again would not help. */
    Optional<Problem> problemOf(RuntimeException failure);
}
