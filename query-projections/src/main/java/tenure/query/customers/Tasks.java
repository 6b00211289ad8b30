package tenure.query.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenure.domain.onboarding.event.OnboardingEvent;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.onboarding.event.TaskSkipped;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

/** Since when all required tasks of a customer's onboardings have been completed, on every day. */
final class Tasks {

    private Tasks() {}

    /** What it is at the end of each day: {@link Days#NEVER} while a task is open, was skipped, or none is required. */
    static Steps completedOn(Life life) {
        var told = new ArrayList<LifeEvent>();
        var days = new TreeMap<Integer, Integer>();
        for (var happened : life.events()) {
            if (happened.event() instanceof OnboardingEvent) {
                told.add(happened);
                days.put(Days.of(happened.occurredAt()), Days.NEVER);
            }
        }
        days.replaceAll((day, never) -> completedBy(day, told));
        return Steps.of(days);
    }

    private static int completedBy(int day, List<LifeEvent> told) {
        Map<String, Integer> completed = new HashMap<>();
        var required = new ArrayList<String>();
        for (var happened : told) {
            int on = Days.of(happened.occurredAt());
            if (on <= day) {
                switch (happened.event()) {
                    case OnboardingStarted event -> {
                        for (var task : event.tasks()) {
                            if (task.required()) {
                                required.add(key(event.onboardingId(), task.taskId()));
                            }
                        }
                    }
                    case TaskCompleted event -> completed.put(key(event.onboardingId(), event.taskId()), on);
                    case TaskSkipped event -> completed.remove(key(event.onboardingId(), event.taskId()));
                    case TaskReopened event -> completed.remove(key(event.onboardingId(), event.taskId()));
                    default -> {
                        // Changes no task.
                    }
                }
            }
        }
        return required.isEmpty()
                ? Days.NEVER
                : required.stream()
                        .mapToInt(task -> completed.getOrDefault(task, Days.NEVER))
                        .max()
                        .orElseThrow();
    }

    private static String key(String onboardingId, String taskId) {
        return onboardingId + ' ' + taskId;
    }
}
