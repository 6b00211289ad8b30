package tenure.domain.training;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import tenure.domain.shared.CreateIfMissing;
import tenure.domain.training.TrainingCommand.AssignTraining;

/** Assigns a course to a user, once. */
public class Trainings {

    private final Repository<Training> trainings;

    /** Works on the given trainings. */
    public Trainings(Repository<Training> trainings) {
        this.trainings = trainings;
    }

    /** Assigns it, unless it was assigned, begun or completed before: whatever a training holds already is enough. */
    @CommandHandler
    public void decide(AssignTraining command) throws Exception {
        CreateIfMissing.decide(trainings, command.stream(), training -> {}, () -> new Training(command));
    }
}
