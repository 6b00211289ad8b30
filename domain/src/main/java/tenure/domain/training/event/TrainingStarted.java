package tenure.domain.training.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A user began a course, assigned or not.
 *
 * @param customerId whose user it is; null when nobody knew
 * @param corrects event id of the fact that this one replaces; null when it replaces none
 * @param occurredAt when it began, as told by the source
 */
@EventName("training.started")
public record TrainingStarted(
        String userId,
        @Nullable String customerId,
        String courseId,
        @Nullable String corrects,
        Instant occurredAt) implements TrainingEvent {}
