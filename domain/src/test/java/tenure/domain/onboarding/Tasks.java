package tenure.domain.onboarding;

import tenure.domain.shared.Code;
import tenure.domain.shared.Label;
import tenure.domain.shared.WholeNumber;

/** Tasks with nothing but what a test is about. */
final class Tasks {

    private Tasks() {}

    static OnboardingTask required(String id, int dueDay) {
        return new OnboardingTask(new Code(id), new Label("Do " + id), new WholeNumber(dueDay), true, false);
    }

    static OnboardingTask optional(String id, int dueDay) {
        return new OnboardingTask(new Code(id), new Label("Do " + id), new WholeNumber(dueDay), false, false);
    }
}
