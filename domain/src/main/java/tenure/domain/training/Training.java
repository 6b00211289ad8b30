package tenure.domain.training;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import tenure.domain.training.TrainingCommand.AssignTraining;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.user.UserId;

/**
 * One user and one course. That it was begun or completed is told by another system, so a training may well begin with
 * that. Its one decision comes by {@link Trainings}.
 */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class Training {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private TrainingId id;

    /** For Axon, which fills it from its events. */
    protected Training() {}

    Training(AssignTraining command) {
        apply(command.asAssigned());
    }

    @EventSourcingHandler
    void evolve(TrainingEvent event) {
        id = new TrainingId(new UserId(event.userId()), new CourseId(event.courseId()));
    }
}
