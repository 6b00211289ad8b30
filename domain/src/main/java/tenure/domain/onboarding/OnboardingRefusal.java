package tenure.domain.onboarding;

import tenure.domain.shared.Refusal;

/** Why an {@link Onboarding} says no. */
public enum OnboardingRefusal implements Refusal {
    UNKNOWN_TASK("The onboarding has no such task; check the task id."),
    TASK_IS_REQUIRED("A required task cannot be skipped; complete it."),
    TASK_IS_COMPLETED("The task has been completed already; reopen it before you skip it."),
    NOT_YET_DUE("A task is not overdue before the end of its due day; wait for it.");

    private final String text;

    OnboardingRefusal(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
