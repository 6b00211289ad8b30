package tenure.query.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Facts.TaskFact;

/** The tasks of one customer's onboardings: a fold of what was told of them, in its order. */
final class Tasks {

    /**
     * A task as it stands.
     *
     * @param doneAt when it was completed or skipped; null while it is open
     */
    record Task(
            String onboardingId,
            String taskId,
            String title,
            LocalDate dueOn,
            boolean required,
            boolean milestone,
            boolean skipped,
            @Nullable Instant doneAt,
            List<Long> positions) {

        boolean isCompleted() {
            return doneAt != null && !skipped;
        }
    }

    private final List<Task> tasks;
    private final @Nullable Instant lastDoneAt;

    Tasks(List<TaskFact> facts) {
        var states = new LinkedHashMap<String, TaskFact>();
        Instant last = null;
        for (var fact : facts) {
            if (!fact.kind().equals("planned")) {
                states.put(key(fact), fact);
                last = fact.kind().equals("reopened") ? last : fact.occurredAt();
            }
        }
        this.lastDoneAt = last;
        this.tasks = new ArrayList<>();
        for (var fact : facts) {
            if (fact.kind().equals("planned") && fact.title() != null && fact.dueOn() != null) {
                var state = states.get(key(fact));
                var done = state == null || state.kind().equals("reopened") ? null : state;
                tasks.add(new Task(
                        fact.onboardingId(),
                        fact.taskId(),
                        fact.title(),
                        fact.dueOn(),
                        fact.required(),
                        fact.milestone(),
                        done != null && done.kind().equals("skipped"),
                        done == null ? null : done.occurredAt(),
                        state == null ? List.of(fact.position()) : List.of(fact.position(), state.position())));
            }
        }
        tasks.sort(Comparator.comparing(Task::dueOn)
                .thenComparing(Task::onboardingId)
                .thenComparing(Task::taskId));
    }

    private static String key(TaskFact fact) {
        return fact.onboardingId() + ' ' + fact.taskId();
    }

    /** All of them, by the day they are due. */
    List<Task> all() {
        return tasks;
    }

    List<Task> required() {
        return tasks.stream().filter(Task::required).toList();
    }

    /** When a task was last completed or skipped; null when never. */
    @Nullable Instant lastDoneAt() {
        return lastDoneAt;
    }

    /** When the last required task was completed; null while one is open, or when nothing is required. */
    @Nullable Instant completedAt() {
        var required = required();
        return required.isEmpty() || !required.stream().allMatch(Task::isCompleted)
                ? null
                : required.stream()
                        .map(Task::doneAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** The events behind {@link #completedAt}. */
    List<Long> positions() {
        return required().stream()
                .map(task -> task.positions().getLast())
                .sorted()
                .toList();
    }
}
