package tenure.query.funnel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.onboarding.event.TaskSkipped;
import tenure.query.life.LifeEvent;

/** The tasks of one customer's onboardings, and what was told of them by time. */
final class Tasks {

    private enum Kind {
        COMPLETED,
        SKIPPED,
        REOPENED
    }

    private record Planned(
            long at,
            long position,
            String onboardingId,
            String taskId,
            String title,
            int dueOn,
            boolean required,
            boolean milestone) {}

    private record Told(long at, long position, String onboardingId, String taskId, Kind kind) {}

    /**
     * A task as it stands.
     *
     * @param doneAt when it was completed or skipped; {@link Micros#NEVER} while it is open
     */
    record Task(
            String onboardingId,
            String taskId,
            String title,
            LocalDate dueOn,
            boolean required,
            boolean milestone,
            boolean skipped,
            long doneAt,
            List<Long> positions) {

        boolean isDone() {
            return doneAt != Micros.NEVER;
        }

        boolean isCompleted() {
            return isDone() && !skipped;
        }
    }

    private final List<Planned> planned = new ArrayList<>(0);
    private final List<Told> told = new ArrayList<>(0);

    /** Takes what an event says of a task, if anything. */
    void add(LifeEvent event) {
        switch (event.event()) {
            case OnboardingStarted started ->
                started.tasks()
                        .forEach(task -> planned.add(new Planned(
                                Micros.of(event.occurredAt()),
                                event.position(),
                                started.onboardingId(),
                                task.taskId().intern(),
                                task.title().intern(),
                                (int) task.dueOn().toEpochDay(),
                                task.required(),
                                task.milestone())));
            case TaskCompleted task -> add(event, task.onboardingId(), task.taskId(), Kind.COMPLETED);
            case TaskSkipped task -> add(event, task.onboardingId(), task.taskId(), Kind.SKIPPED);
            case TaskReopened task -> add(event, task.onboardingId(), task.taskId(), Kind.REOPENED);
            default -> {
                // No task.
            }
        }
    }

    private void add(LifeEvent event, String onboardingId, String taskId, Kind kind) {
        told.add(new Told(Micros.of(event.occurredAt()), event.position(), onboardingId, taskId.intern(), kind));
    }

    /** Puts what was told into the order in which it happened. */
    void sort() {
        told.sort(Comparator.comparingLong(Told::at).thenComparingLong(Told::position));
    }

    /**
     * The last that is told of a task; null when it is as it was planned.
     *
     * @param end first moment that does not count; so it is everywhere here
     */
    private @Nullable Told state(Planned task, long end) {
        for (int i = told.size() - 1; i >= 0; i--) {
            var fact = told.get(i);
            if (fact.at() < end
                    && fact.taskId().equals(task.taskId())
                    && fact.onboardingId().equals(task.onboardingId())) {
                return fact;
            }
        }
        return null;
    }

    boolean isPlanned(long end) {
        return planned.stream().anyMatch(task -> task.at() < end);
    }

    /** When the last required task was completed; never while one is open, or when nothing is required. */
    long completedAt(long end) {
        long last = Micros.NEVER;
        for (var task : planned) {
            if (task.required() && task.at() < end) {
                var state = state(task, end);
                if (state == null || state.kind() != Kind.COMPLETED) {
                    return Micros.NEVER;
                }
                last = last == Micros.NEVER ? state.at() : Math.max(last, state.at());
            }
        }
        return last;
    }

    /** The events behind {@link #completedAt}. */
    List<Long> positions(long end) {
        return all(end).stream()
                .filter(Task::required)
                .map(task -> task.positions().getLast())
                .sorted()
                .toList();
    }

    /** When a task was last completed or skipped; never when none was. */
    long lastDoneAt(long end) {
        long last = Micros.NEVER;
        for (var fact : told) {
            last = fact.at() < end && fact.kind() != Kind.REOPENED ? fact.at() : last;
        }
        return last;
    }

    /** All of them, by the day they are due. */
    List<Task> all(long end) {
        return planned.stream()
                .filter(task -> task.at() < end)
                .map(task -> task(task, state(task, end)))
                .sorted(Comparator.comparing(Task::dueOn)
                        .thenComparing(Task::onboardingId)
                        .thenComparing(Task::taskId))
                .toList();
    }

    private static Task task(Planned task, @Nullable Told state) {
        var done = state == null || state.kind() == Kind.REOPENED ? null : state;
        return new Task(
                task.onboardingId(),
                task.taskId(),
                task.title(),
                LocalDate.ofEpochDay(task.dueOn()),
                task.required(),
                task.milestone(),
                done != null && done.kind() == Kind.SKIPPED,
                done == null ? Micros.NEVER : done.at(),
                state == null ? List.of(task.position()) : List.of(task.position(), state.position()));
    }
}
