package tenure.domain.onboarding;

import java.time.LocalDate;
import java.util.List;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.OnboardingTemplateDefined;
import tenure.domain.shared.Code;
import tenure.domain.shared.Described;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;
import tenure.domain.shared.WholeNumber;

/** One task of an onboarding, as it is asked for. */
public record OnboardingTask(
        @Described("Your id for the task, of its own within the onboarding.")
        Code taskId,

        @Described("What is to be done.") Label title,

        @Described("Days from the start to the last day in time; 0 is the day of the start. At most 3650.")
        WholeNumber dueDay,

        @Described(value = "Whether it must be completed for the onboarding to be complete.", otherwise = "true")
        boolean required,

        @Described(value = "Whether it is one to report on.", otherwise = "false")
        boolean milestone) {

    /** About ten years: beyond it a due day is a mistake. */
    private static final int LAST_DAY = 3_650;

    /** Checks the due day. */
    public OnboardingTask {
        if (dueDay.value() > LAST_DAY) {
            throw new InvalidValue("dueDay", "OUT_OF_RANGE", "Days go up to " + LAST_DAY + ".");
        }
    }

    /** Lets tasks through that can be told apart and, by at least one that is required, completed. */
    static List<OnboardingTask> checked(List<OnboardingTask> tasks) {
        if (tasks.isEmpty()) {
            throw new InvalidValue("tasks", "TOO_FEW", "At least one task is needed.");
        }
        if (tasks.stream().map(OnboardingTask::taskId).distinct().count() < tasks.size()) {
            throw new InvalidValue("tasks", "ID_TWICE", "Each task needs an id of its own.");
        }
        if (tasks.stream().noneMatch(OnboardingTask::required)) {
            throw new InvalidValue(
                    "tasks", "NONE_REQUIRED", "At least one task must be required, or it is never complete.");
        }
        return List.copyOf(tasks);
    }

    OnboardingTemplateDefined.Task ofTemplate() {
        return new OnboardingTemplateDefined.Task(taskId.value(), title.value(), dueDay.value(), required, milestone);
    }

    OnboardingStarted.Task from(LocalDate startsOn) {
        return new OnboardingStarted.Task(
                taskId.value(), title.value(), startsOn.plusDays(dueDay.value()), required, milestone);
    }
}
