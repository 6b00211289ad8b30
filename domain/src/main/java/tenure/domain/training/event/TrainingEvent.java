package tenure.domain.training.event;

import org.jspecify.annotations.Nullable;

/** Everything that can happen between a user and a course. */
public sealed interface TrainingEvent permits TrainingAssigned, TrainingStarted, TrainingCompleted {
    /** The user that is trained. */
    String userId();

    /** Whose user it is; null when nobody knew. */
    @Nullable String customerId();

    /** What the user is trained in. */
    String courseId();
}
