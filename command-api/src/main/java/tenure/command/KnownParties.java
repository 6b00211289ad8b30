package tenure.command;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tenure.domain.customer.CustomerId;
import tenure.domain.training.CourseId;
import tenure.domain.user.UserId;

/** Knows those that a command may name. Implemented by looks at their streams. */
public interface KnownParties extends EventsOfStreams {
    /** Whether the customer has ever been registered. */
    boolean isKnown(CustomerId customer);

    /** Whether the user has ever been invited. */
    boolean isKnown(UserId user);

    /** Whether the course has ever been published. */
    boolean isKnown(CourseId course);

    /** The version that a stream is at; empty when there is none. */
    Optional<Long> versionOf(String stream);

    /** The customer that the events of each of these streams, such as {@code user/anna}, name first; others are absent. */
    Map<String, CustomerId> customersOf(Collection<String> streams);
}
