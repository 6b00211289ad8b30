package tenure.command;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tenure.domain.customer.CustomerId;
import tenure.domain.training.CourseId;
import tenure.domain.user.UserId;

/** Knows those that a command may name. Implemented by looks at the heads and beginnings of their streams. */
public interface KnownParties {
    /** Whether the customer has ever been registered. */
    boolean isKnown(CustomerId customer);

    /** First day without service of a customer that has left and has not been won back; empty for others. */
    Optional<LocalDate> leftOn(CustomerId customer);

    /** Whether the user has ever been invited. */
    boolean isKnown(UserId user);

    /** Whether the course has ever been published. */
    boolean isKnown(CourseId course);

    /** The customer that the events of each of these streams, such as {@code user/anna}, name first; others are absent. */
    Map<String, CustomerId> customersOf(Collection<String> streams);
}
