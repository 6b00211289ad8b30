package tenure.domain.training.event;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A user is to take a course.
 *
 * @param customerId whose user it is; null when nobody knew
 * @param dueOn last day to complete it; null when there is none
 * @param occurredAt when it was assigned
 */
@EventName("training.assigned")
public record TrainingAssigned(
        String userId,
        @Nullable String customerId,
        String courseId,
        @Nullable LocalDate dueOn,
        Instant occurredAt) implements TrainingEvent {}
