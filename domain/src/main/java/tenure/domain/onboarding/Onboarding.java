package tenure.domain.onboarding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static tenure.domain.onboarding.OnboardingRefusal.NOT_YET_DUE;
import static tenure.domain.onboarding.OnboardingRefusal.TASK_IS_COMPLETED;
import static tenure.domain.onboarding.OnboardingRefusal.TASK_IS_REQUIRED;
import static tenure.domain.onboarding.OnboardingRefusal.UNKNOWN_TASK;
import static tenure.domain.onboarding.Task.State.COMPLETED;
import static tenure.domain.onboarding.Task.State.OPEN;
import static tenure.domain.onboarding.Task.State.SKIPPED;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import tenure.domain.onboarding.OnboardingCommand.CompleteTask;
import tenure.domain.onboarding.OnboardingCommand.MarkTaskOverdue;
import tenure.domain.onboarding.OnboardingCommand.ReopenTask;
import tenure.domain.onboarding.OnboardingCommand.SkipTask;
import tenure.domain.onboarding.OnboardingCommand.StartOnboarding;
import tenure.domain.onboarding.event.OnboardingCompleted;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskOverdue;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.onboarding.event.TaskSkipped;
import tenure.domain.shared.Code;
import tenure.domain.shared.CommandRefused;

/** A customer taking up what it bought, task by task. It is complete when all required tasks are. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class Onboarding {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    @AggregateIdentifier
    private OnboardingId id;

    private String customerId;
    private final Map<String, Task> tasks = new HashMap<>();

    /** For Axon, which fills it from its events. */
    protected Onboarding() {}

    @CommandHandler
    Onboarding(StartOnboarding command) {
        apply(new OnboardingStarted(
                command.onboardingId().value(),
                command.customerId().value(),
                command.licenseId() == null ? null : command.licenseId().value(),
                command.templateId() == null ? null : command.templateId().value(),
                command.startsOn(),
                command.tasks().stream()
                        .map(task -> task.from(command.startsOn()))
                        .toList(),
                command.occurredAt()));
    }

    @CommandHandler
    void decide(CompleteTask command) {
        Task task = task(command.taskId());
        if (task.is(COMPLETED)) {
            return;
        }

        apply(new TaskCompleted(id.value(), customerId, task.id(), command.occurredAt()));
        if (task.isRequired() && tasks.values().stream().noneMatch(Task::isMissing)) {
            apply(new OnboardingCompleted(id.value(), customerId, command.occurredAt()));
        }
    }

    @CommandHandler
    void decide(SkipTask command) {
        Task task = task(command.taskId());
        if (task.is(SKIPPED)) {
            return;
        }
        TASK_IS_REQUIRED.refuseWhen(task.isRequired());
        TASK_IS_COMPLETED.refuseWhen(task.is(COMPLETED));

        apply(new TaskSkipped(
                id.value(), customerId, task.id(), command.reason().value(), command.occurredAt()));
    }

    @CommandHandler
    void decide(ReopenTask command) {
        Task task = task(command.taskId());
        if (task.is(OPEN)) {
            return;
        }

        apply(new TaskReopened(id.value(), customerId, task.id(), command.occurredAt()));
    }

    @CommandHandler
    void decide(MarkTaskOverdue command) {
        Task task = task(command.taskId());
        if (!command.dueOn().equals(task.dueOn())
                || !task.wasOpenAt(command.occurredAt())
                || task.wasMarkedOverdueAt(command.occurredAt())) {
            return;
        }
        NOT_YET_DUE.refuseWhen(
                command.occurredAt().isBefore(task.dueOn().atTime(LAST_SECOND).toInstant(ZoneOffset.UTC)));

        apply(new TaskOverdue(id.value(), customerId, task.id(), task.dueOn(), command.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(OnboardingStarted event) {
        id = new OnboardingId(event.onboardingId());
        customerId = event.customerId();
        event.tasks().forEach(task -> tasks.put(task.taskId(), Task.of(task)));
    }

    @EventSourcingHandler
    void evolve(TaskCompleted event) {
        tasks.computeIfPresent(event.taskId(), (taskId, task) -> task.becoming(COMPLETED, event.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(TaskSkipped event) {
        tasks.computeIfPresent(event.taskId(), (taskId, task) -> task.becoming(SKIPPED, event.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(TaskReopened event) {
        tasks.computeIfPresent(event.taskId(), (taskId, task) -> task.becoming(OPEN, event.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(TaskOverdue event) {
        tasks.computeIfPresent(event.taskId(), (taskId, task) -> task.markedOverdue(event.occurredAt()));
    }

    private Task task(Code taskId) {
        Task task = tasks.get(taskId.value());
        if (task == null) {
            throw new CommandRefused(UNKNOWN_TASK);
        }
        return task;
    }
}
