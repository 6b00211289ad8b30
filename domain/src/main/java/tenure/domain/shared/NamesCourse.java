package tenure.domain.shared;

import tenure.domain.training.CourseId;

/**
 * A decision about a course that is not the aggregate it is sent to. Aggregates look nothing up, so whoever sends it
 * first sees to it that the course is known.
 */
public interface NamesCourse {
    /** The course that must be known. */
    CourseId courseId();
}
