package tenure.domain.training.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * A course is no longer offered.
 *
 * @param occurredAt when it was taken back
 */
@EventName("course.retired")
public record CourseRetired(String courseId, Instant occurredAt) implements CourseEvent {}
