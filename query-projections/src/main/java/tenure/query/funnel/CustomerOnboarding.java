package tenure.query.funnel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Question;
import tenure.query.shared.Rate;

/**
 * The onboarding of one customer.
 *
 * @param position    the log up to here is in the figures
 * @param startsOn    first day of the first term; null when nothing was sold
 * @param progress    required tasks completed ÷ required tasks
 * @param daysOver    days since the day on which the longest overdue required task was due; 0 when none is
 * @param lastDoneOn  day on which a task was last completed or skipped; null when never
 * @param completedOn day on which the last required task was completed; null while one is open
 * @param tasks       by the day they are due
 */
public record CustomerOnboarding(
        LocalDate asOf,
        long position,
        String customerId,
        State state,
        @Nullable LocalDate startsOn,
        Rate progress,
        long daysOver,
        @Nullable LocalDate lastDoneOn,
        @Nullable LocalDate completedOn,
        List<OnboardingTask> tasks) {

    /** Where an onboarding stands. */
    public enum State {
        /** No task was planned. */
        NOT_PLANNED,
        /** Every required task is completed. */
        COMPLETE,
        /** No required task is overdue. */
        ON_TRACK,
        /** A required task is overdue. */
        BEHIND,
        /** A required task is overdue, and for two weeks no task was completed or skipped. */
        STUCK;

        /** The word in answers. */
        @JsonValue
        public String word() {
            return Question.word(this);
        }
    }

    /** How a task stands. */
    public enum TaskState {
        OPEN,
        /** Open after the day it was due. */
        OVERDUE,
        COMPLETED,
        SKIPPED;

        /** The word in answers. */
        @JsonValue
        public String word() {
            return Question.word(this);
        }
    }

    /**
     * A task.
     *
     * @param dueOn    last day in time
     * @param doneOn   day on which it was completed or skipped; null while it is open
     * @param daysOver days after it was due: until it was done, or until now; 0 when in time
     */
    public record OnboardingTask(
            String onboardingId,
            String taskId,
            String title,
            LocalDate dueOn,
            boolean required,
            boolean milestone,
            TaskState state,
            @Nullable LocalDate doneOn,
            long daysOver) {}

    /**
     * The onboardings of all customers that have one.
     *
     * @param position the log up to here is in the figures
     * @param total    customers on all pages
     */
    public record OnboardingList(
            LocalDate asOf,
            long position,
            long total,
            @Nullable String nextCursor,
            List<OnboardingRow> customers) {}

    /** One of them, with the figures of {@link CustomerOnboarding}. */
    public record OnboardingRow(
            String customerId,
            String name,
            State state,
            @Nullable LocalDate startsOn,
            Rate progress,
            long daysOver,
            @Nullable LocalDate lastDoneOn,
            @Nullable LocalDate completedOn) {}
}
