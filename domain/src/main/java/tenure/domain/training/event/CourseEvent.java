package tenure.domain.training.event;

/** Everything that can happen to a course. */
public sealed interface CourseEvent permits CoursePublished, CourseRetired {}
