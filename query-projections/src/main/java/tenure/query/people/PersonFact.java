package tenure.query.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is told of a person; its place in the log tells which of two replaces the other.
 *
 * @param courseId   the course of a training; empty for everything else
 * @param department where the person works; null when not told
 * @param role       what the person does there; null when not told
 */
public record PersonFact(
        String customerId,
        String userId,
        long position,
        Instant occurredAt,
        Kind kind,
        String courseId,
        @Nullable String department,
        @Nullable String role) {

    /** What is told. */
    public enum Kind {
        INVITED,
        ACTIVATED,
        DEACTIVATED,
        REACTIVATED,
        ERASED,
        ROLE_CHANGED,
        TRAINING_ASSIGNED,
        TRAINING_STARTED,
        TRAINING_COMPLETED
    }
}
