package tenure.domain.training.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A user completed a course, assigned or not.
 *
 * @param customerId whose user it is; null when nobody knew
 * @param score points reached, on the scale of the source; null when there are none
 * @param corrects event id of the fact that this one replaces; null when it replaces none
 * @param occurredAt when it was completed, as told by the source
 */
@EventName("training.completed")
public record TrainingCompleted(
        String userId,
        @Nullable String customerId,
        String courseId,
        @Nullable Integer score,
        @Nullable String corrects,
        Instant occurredAt)
        implements TrainingEvent {}
