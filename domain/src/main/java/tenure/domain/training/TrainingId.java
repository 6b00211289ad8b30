package tenure.domain.training;

import tenure.domain.user.UserId;

/** Names what one user has to do with one course. */
public record TrainingId(UserId userId, CourseId courseId) {
    /** The stream of its events. */
    @Override
    public String toString() {
        return "training/" + userId.value() + "/" + courseId.value();
    }
}
