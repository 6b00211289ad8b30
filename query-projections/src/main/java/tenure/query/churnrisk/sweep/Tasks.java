package tenure.query.churnrisk.sweep;

import java.util.HashMap;
import java.util.Map;
import tenure.domain.onboarding.event.OnboardingStarted;

/** The tasks of a customer's onboardings. */
public final class Tasks {

    private final Map<String, Task> tasks = new HashMap<>();

    private static final class Task {
        boolean required;
        int dueOn = Integer.MAX_VALUE;
        boolean settled;
    }

    void started(OnboardingStarted event) {
        for (var told : event.tasks()) {
            var task = task(event.onboardingId(), told.taskId());
            task.required = told.required();
            task.dueOn = (int) told.dueOn().toEpochDay();
        }
    }

    private Task task(String onboardingId, String taskId) {
        return tasks.computeIfAbsent(onboardingId + '\n' + taskId, _ -> new Task());
    }

    void settled(String onboardingId, String taskId, boolean settled) {
        task(onboardingId, taskId).settled = settled;
    }

    /** Required tasks of all onboardings. */
    public int required() {
        int count = 0;
        for (var task : tasks.values()) {
            count += task.required ? 1 : 0;
        }
        return count;
    }

    /** Required tasks that are open although their last day is over. */
    int overdue(int day) {
        int count = 0;
        for (var task : tasks.values()) {
            count += task.required && !task.settled && task.dueOn < day ? 1 : 0;
        }
        return count;
    }
}
