package tenure.domain.shared;

import tenure.domain.user.UserId;

/**
 * A decision about a user that is not the aggregate it is sent to. Aggregates look nothing up, so whoever sends it first
 * sees to it that the user is known.
 */
public interface NamesUser {
    /** The user that must be known. */
    UserId userId();
}
