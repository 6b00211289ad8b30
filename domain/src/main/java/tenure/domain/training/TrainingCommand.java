package tenure.domain.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Attributable;
import tenure.domain.shared.Attributed;
import tenure.domain.shared.Described;
import tenure.domain.shared.EventId;
import tenure.domain.shared.NamesCourse;
import tenure.domain.shared.NamesUser;
import tenure.domain.shared.OfOneCustomer;
import tenure.domain.shared.Targeted;
import tenure.domain.shared.WholeNumber;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.user.UserId;

/** Everything that can be asked of a {@link Training} or told of it. */
public sealed interface TrainingCommand extends Targeted, Attributable {

    /** The user that is trained. */
    UserId userId();

    /** What the user is trained in. */
    CourseId courseId();

    @Override
    default String stream() {
        return new TrainingId(userId(), courseId()).toString();
    }

    @Override
    default String namedBy() {
        return userId().toString();
    }

    private static @Nullable String text(@Nullable CustomerId customerId) {
        return customerId == null ? null : customerId.value();
    }

    private static @Nullable String text(@Nullable EventId corrects) {
        return corrects == null ? null : corrects.value();
    }

    /** Tells a known user to take a known course. Once it is assigned, begun or completed, this changes nothing. */
    @Described("Tells a known user to take a known course. Once it is assigned, begun or completed, this changes"
            + " nothing.")
    record AssignTraining(
            @Described("Who is to take it.") UserId userId,
            @Described("What is to be taken.") CourseId courseId,

            @Described(
                    value = "Whose user it is. When left out, the customer that invited the user.",
                    otherwise = "null")
            @Nullable CustomerId customerId,

            @Described(value = "Last day to complete it.", otherwise = "null") @Nullable LocalDate dueOn,

            @Described(value = "When it was assigned.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements TrainingCommand, NamesUser, NamesCourse, OfOneCustomer {
        @Override
        public List<String> parties() {
            return List.of(userId.toString());
        }

        @Override
        public @Nullable CustomerId ofCustomer() {
            return customerId;
        }

        @Override
        public AssignTraining of(CustomerId customer) {
            return new AssignTraining(userId, courseId, customer, dueOn, occurredAt);
        }

        TrainingAssigned asAssigned() {
            return new TrainingAssigned(userId.value(), text(customerId), courseId.value(), dueOn, occurredAt);
        }
    }

    /** Tells that a user began a course, assigned or not. */
    @Described("Tells that a user began a course, assigned or not.")
    record StartTraining(
            @Described("Who began it.") UserId userId,
            @Described("What was begun.") CourseId courseId,

            @Described(
                    value = "Whose user it is. When left out, the customer that invited the user.",
                    otherwise = "null")
            @Nullable CustomerId customerId,

            @Described(value = "Event id of the fact that this one replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it began.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements TrainingCommand, Attributed {
        @Override
        public StartTraining of(CustomerId customer) {
            return new StartTraining(userId, courseId, customer, corrects, occurredAt);
        }

        @Override
        public TrainingStarted event() {
            return new TrainingStarted(userId.value(), text(customerId), courseId.value(), text(corrects), occurredAt);
        }
    }

    /** Tells that a user completed a course, assigned or not. */
    @Described("Tells that a user completed a course, assigned or not.")
    record CompleteTraining(
            @Described("Who completed it.") UserId userId,
            @Described("What was completed.") CourseId courseId,

            @Described(
                    value = "Whose user it is. When left out, the customer that invited the user.",
                    otherwise = "null")
            @Nullable CustomerId customerId,

            @Described(value = "Points reached, on a scale of your own.", otherwise = "null") @Nullable WholeNumber score,

            @Described(value = "Event id of the fact that this one replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it was completed.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements TrainingCommand, Attributed {
        @Override
        public CompleteTraining of(CustomerId customer) {
            return new CompleteTraining(userId, courseId, customer, score, corrects, occurredAt);
        }

        @Override
        public TrainingCompleted event() {
            return new TrainingCompleted(
                    userId.value(),
                    text(customerId),
                    courseId.value(),
                    score == null ? null : score.value(),
                    text(corrects),
                    occurredAt);
        }
    }
}
