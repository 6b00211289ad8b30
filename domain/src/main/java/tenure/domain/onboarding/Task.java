package tenure.domain.onboarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tenure.domain.onboarding.event.OnboardingStarted;

/**
 * What an {@link Onboarding} has to know of one of its tasks.
 *
 * @param state    the last one that was told
 * @param since    by the moment from which each state held, as the news may come later than the deadline
 * @param overdue  the moments for which it was marked so
 */
record Task(OnboardingStarted.Task plan, State state, TreeMap<Instant, State> since, Set<Instant> overdue) {

    /** How far a task is. */
    enum State {
        OPEN,
        COMPLETED,
        SKIPPED
    }

    static Task of(OnboardingStarted.Task plan) {
        return new Task(plan, State.OPEN, new TreeMap<>(), Set.of());
    }

    Task becoming(State next, Instant when) {
        var longer = new TreeMap<>(since);
        longer.put(when, next);
        return new Task(plan, next, longer, overdue);
    }

    Task markedOverdue(Instant when) {
        var more = new HashSet<>(overdue);
        more.add(when);
        return new Task(plan, state, since, more);
    }

    /** Whether it was marked so since it was begun or reopened, as of that moment. */
    boolean wasMarkedOverdueAt(Instant moment) {
        return overdue.stream().anyMatch(marked -> Objects.equals(since.floorKey(marked), since.floorKey(moment)));
    }

    String id() {
        return plan.taskId();
    }

    LocalDate dueOn() {
        return plan.dueOn();
    }

    boolean isRequired() {
        return plan.required();
    }

    boolean isMissing() {
        return plan.required() && state != State.COMPLETED;
    }

    boolean is(State asked) {
        return state == asked;
    }

    boolean wasOpenAt(Instant moment) {
        Map.Entry<Instant, State> told = since.floorEntry(moment);
        return told == null || told.getValue() == State.OPEN;
    }
}
