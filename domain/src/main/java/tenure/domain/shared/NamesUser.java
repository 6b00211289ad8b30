package tenure.domain.shared;

import java.time.Instant;
import tenure.domain.user.UserId;

/**
 * A decision that gives something to a user, who is not the aggregate it is sent to. Aggregates look nothing up, so whoever
 * sends it first sees to it that the user is known and, at that moment, neither deactivated nor erased.
 */
public interface NamesUser {
    /** The user that must be known. */
    UserId userId();

    /** The moment that it is about. */
    Instant occurredAt();
}
