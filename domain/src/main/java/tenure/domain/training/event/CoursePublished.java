package tenure.domain.training.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A course was offered, or offered with other particulars.
 *
 * @param level introductory, core or advanced
 * @param required whether every user is meant to take it
 * @param product what it teaches to use; null when that does not matter
 * @param occurredAt when it was offered
 */
@EventName("course.published")
public record CoursePublished(
        String courseId,
        String title,
        String level,
        boolean required,
        @Nullable String product,
        Instant occurredAt) implements CourseEvent {}
