package tenure.domain.training;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import tenure.domain.training.CourseCommand.PublishCourse;
import tenure.domain.training.CourseCommand.RetireCourse;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;

/** Something that users can be trained in. Its commands come by {@link Courses}. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class Course {

    @AggregateIdentifier
    private CourseId id;

    private CoursePublished offer;
    private boolean retired;

    /** For Axon, which fills it from its events. */
    protected Course() {}

    Course(PublishCourse command) {
        apply(command.asPublished());
    }

    void decide(PublishCourse command) {
        var wanted = command.asPublished();
        if (!retired && saysTheSame(wanted)) {
            return;
        }

        apply(wanted);
    }

    void decide(RetireCourse command) {
        if (retired) {
            return;
        }

        apply(new CourseRetired(id.value(), command.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(CoursePublished event) {
        id = new CourseId(event.courseId());
        offer = event;
        retired = false;
    }

    @EventSourcingHandler
    void evolve(CourseRetired event) {
        retired = true;
    }

    private boolean saysTheSame(CoursePublished wanted) {
        return offer.title().equals(wanted.title())
                && offer.level().equals(wanted.level())
                && offer.required() == wanted.required()
                && Objects.equals(offer.product(), wanted.product());
    }
}
