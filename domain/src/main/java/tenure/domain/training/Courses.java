package tenure.domain.training;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import tenure.domain.shared.CreateIfMissing;
import tenure.domain.training.CourseCommand.PublishCourse;
import tenure.domain.training.CourseCommand.RetireCourse;

/** Publishes a course the first time and takes everything else to it later. */
public class Courses {

    private final Repository<Course> courses;

    /** Works on the given courses. */
    public Courses(Repository<Course> courses) {
        this.courses = courses;
    }

    /** Offers a course. */
    @CommandHandler
    public void decide(PublishCourse command) throws Exception {
        CreateIfMissing.decide(
                courses, command.courseId().toString(), course -> course.decide(command), () -> new Course(command));
    }

    /** Takes a course back. */
    @CommandHandler
    public void decide(RetireCourse command) {
        courses.load(command.courseId().toString()).execute(course -> course.decide(command));
    }
}
