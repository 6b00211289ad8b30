package tenure.domain.training;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.Described;
import tenure.domain.shared.Label;
import tenure.domain.shared.Level;
import tenure.domain.training.event.CoursePublished;

/** Everything that can be asked of a {@link Course}. */
public sealed interface CourseCommand {

    /** Offers a course, changes what is told of it, or offers it again. What is in force already changes nothing. */
    @Described("Offers a course, changes what is told of it, or offers it again after it was retired. The same again"
            + " changes nothing.")
    record PublishCourse(
            @TargetAggregateIdentifier @Described("Your id for the course.")
            CourseId courseId,

            @Described("What the course is called.") Label title,
            @Described("How far into the product it leads.") Level level,

            @Described("Whether every user is meant to take it.")
            boolean required,

            @Described(value = "What it teaches to use.", otherwise = "null") @Nullable Label product,

            @Described(value = "When it was offered.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements CourseCommand {
        CoursePublished asPublished() {
            return new CoursePublished(
                    courseId.value(),
                    title.value(),
                    level.toString(),
                    required,
                    product == null ? null : product.value(),
                    occurredAt);
        }
    }

    /** Takes a course back. Who has it assigned keeps it. Asking again changes nothing. */
    @Described("Takes a course back; who has it assigned keeps it. Asking again changes nothing.")
    record RetireCourse(
            @TargetAggregateIdentifier @Described("The course.")
            CourseId courseId,

            @Described(value = "When it was taken back.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements CourseCommand {}
}
