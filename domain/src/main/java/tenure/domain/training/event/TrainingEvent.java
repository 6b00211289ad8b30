package tenure.domain.training.event;

/** Everything that can happen between a user and a course. */
public sealed interface TrainingEvent permits TrainingAssigned, TrainingStarted, TrainingCompleted {
    /** The user that is trained. */
    String userId();

    /** What the user is trained in. */
    String courseId();
}
