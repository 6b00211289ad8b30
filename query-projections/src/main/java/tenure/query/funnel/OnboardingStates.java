package tenure.query.funnel;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.CustomerOnboarding.OnboardingTask;
import tenure.query.funnel.CustomerOnboarding.State;
import tenure.query.funnel.CustomerOnboarding.TaskState;
import tenure.query.funnel.Tasks.Task;
import tenure.query.shared.Figure;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/** Judges the onboarding of a customer on a day. */
final class OnboardingStates {

    static final String REQUIRED = "onboarding.required";
    static final String COMPLETED = "onboarding.completed";

    /** After so many days without a task being done, an onboarding that is behind is stuck. */
    private static final int DAYS_STILL = 14;

    private OnboardingStates() {}

    static CustomerOnboarding of(Account account, Standpoint at) {
        var day = at.asOf().day();
        long end = Micros.of(at.asOf().end());
        var tasks = account.tasks().all(end);
        var lastDoneOn = day(account.tasks().lastDoneAt(end));
        var completedOn = day(account.tasks().completedAt(end));
        int startsOn = account.contracts().startsOn(end);
        var overdueSince = overdueSince(tasks, day);
        return new CustomerOnboarding(
                day,
                at.position(),
                account.customerId(),
                state(tasks, overdueSince, lastDoneOn, day),
                startsOn == Contracts.NONE ? null : LocalDate.ofEpochDay(startsOn),
                Rate.of(
                        figure(COMPLETED, completed(tasks).count(), account, at),
                        figure(REQUIRED, required(tasks).count(), account, at)),
                overdueSince == null ? 0 : DAYS.between(overdueSince, day),
                lastDoneOn,
                completedOn,
                tasks.stream().map(task -> shown(task, day)).toList());
    }

    private static Figure figure(String name, long count, Account account, Standpoint at) {
        return Figure.of(count, name, at, "customer", account.customerId());
    }

    private static @Nullable LocalDate day(long at) {
        return at == Micros.NEVER ? null : Micros.date(at);
    }

    static Stream<Task> required(List<Task> tasks) {
        return tasks.stream().filter(Task::required);
    }

    /** The required tasks that are completed. */
    static Stream<Task> completed(List<Task> tasks) {
        return required(tasks).filter(Task::isCompleted);
    }

    private static State state(
            List<Task> tasks, @Nullable LocalDate overdueSince, @Nullable LocalDate lastDoneOn, LocalDate day) {
        if (tasks.isEmpty()) {
            return State.NOT_PLANNED;
        }
        if (required(tasks).allMatch(Task::isCompleted)) {
            return State.COMPLETE;
        }
        if (overdueSince == null) {
            return State.ON_TRACK;
        }
        var movedOn = Stream.of(overdueSince, lastDoneOn == null ? overdueSince : lastDoneOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return DAYS.between(movedOn, day) >= DAYS_STILL ? State.STUCK : State.BEHIND;
    }

    private static @Nullable LocalDate overdueSince(List<Task> tasks, LocalDate day) {
        return required(tasks)
                .filter(task -> !task.isDone() && task.dueOn().isBefore(day))
                .map(Task::dueOn)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static OnboardingTask shown(Task task, LocalDate day) {
        var doneOn = day(task.doneAt());
        var over = Math.max(0, DAYS.between(task.dueOn(), doneOn == null ? day : doneOn));
        TaskState state;
        if (doneOn == null) {
            state = over > 0 ? TaskState.OVERDUE : TaskState.OPEN;
        } else {
            state = task.skipped() ? TaskState.SKIPPED : TaskState.COMPLETED;
        }
        return new OnboardingTask(
                task.onboardingId(),
                task.taskId(),
                task.title(),
                task.dueOn(),
                task.required(),
                task.milestone(),
                state,
                doneOn,
                over);
    }

    /** Worst first, then those that are longest over. */
    static List<CustomerOnboarding> inOrder(List<CustomerOnboarding> onboardings) {
        return onboardings.stream()
                .sorted(Comparator.comparing(CustomerOnboarding::state)
                        .reversed()
                        .thenComparing(CustomerOnboarding::daysOver, Comparator.reverseOrder())
                        .thenComparing(CustomerOnboarding::customerId))
                .toList();
    }
}
