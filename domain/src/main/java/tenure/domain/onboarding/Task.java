package tenure.domain.onboarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import tenure.domain.onboarding.event.OnboardingStarted;

/** What an {@link Onboarding} has to know of one of its tasks. */
final class Task {

    /** How far a task is. */
    enum State {
        OPEN,
        COMPLETED,
        SKIPPED
    }

    private final OnboardingStarted.Task plan;
    /** By the moment from which each held, as the news may come later than the deadline. */
    private final NavigableMap<Instant, State> states = new TreeMap<>();

    private State state = State.OPEN;
    private boolean markedOverdue;

    Task(OnboardingStarted.Task plan) {
        this.plan = plan;
    }

    void becomes(State next, Instant when) {
        state = next;
        states.put(when, next);
    }

    void isMarkedOverdue() {
        markedOverdue = true;
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
        var before = states.floorEntry(moment);
        return before == null || before.getValue() == State.OPEN;
    }

    boolean wasMarkedOverdue() {
        return markedOverdue;
    }
}
