package tenure.query.funnel;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.onboarding.event.TaskSkipped;

/** Where onboardings stand, for customers with one onboarding at most. */
final class NaiveTasks {

    private NaiveTasks() {}

    /** Customer, state, completed / required tasks, and days over, in the order of their text. */
    static List<String> states(NaiveFunnels known, LocalDate day) {
        var states = new TreeSet<String>();
        for (var customer : known.customers()) {
            var tasks = new ArrayList<OnboardingStarted.Task>();
            var completed = new HashSet<String>();
            var closed = new HashSet<String>();
            LocalDate last = null;
            for (var event : known.of(customer)) {
                switch (event.event()) {
                    case OnboardingStarted started -> tasks.addAll(started.tasks());
                    case TaskCompleted task -> {
                        completed.add(task.taskId());
                        closed.add(task.taskId());
                        last = NaiveFunnels.day(event.at());
                    }
                    case TaskSkipped task -> {
                        completed.remove(task.taskId());
                        closed.add(task.taskId());
                        last = NaiveFunnels.day(event.at());
                    }
                    case TaskReopened task -> {
                        completed.remove(task.taskId());
                        closed.remove(task.taskId());
                    }
                    default -> {}
                }
            }
            if (!tasks.isEmpty()) {
                states.add(state(customer, tasks, completed, closed, last, day));
            }
        }
        return List.copyOf(states);
    }

    private static String state(
            String customer,
            List<OnboardingStarted.Task> tasks,
            HashSet<String> completed,
            HashSet<String> closed,
            LocalDate last,
            LocalDate day) {
        long required = 0;
        long done = 0;
        LocalDate due = null;
        for (var task : tasks) {
            if (task.required()) {
                required++;
                done += completed.contains(task.taskId()) ? 1 : 0;
                if (!closed.contains(task.taskId())
                        && task.dueOn().isBefore(day)
                        && (due == null || task.dueOn().isBefore(due))) {
                    due = task.dueOn();
                }
            }
        }
        var state = "on-track";
        if (required == done) {
            state = "complete";
        } else if (due != null) {
            var still = last != null && last.isAfter(due) ? last : due;
            state = DAYS.between(still, day) >= 14 ? "stuck" : "behind";
        }
        return customer + " " + state + " " + done + "/" + required + " " + (due == null ? 0 : DAYS.between(due, day));
    }
}
