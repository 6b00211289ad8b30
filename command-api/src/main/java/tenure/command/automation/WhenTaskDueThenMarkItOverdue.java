package tenure.command.automation;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.TaskReopened;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * When the last day of a task of an onboarding is over, it is marked overdue, unless it was done by then; and when it is
 * reopened after that day, at once.
 */
@Component
@DisallowReplay
@ProcessingGroup(Automation.PROCESSOR)
class WhenTaskDueThenMarkItOverdue implements Automation {

    static final String KIND = "task-overdue";
    private static final String COMMAND = "mark-task-overdue";

    private final OnboardingPlans plans;
    private final Orders orders;

    WhenTaskDueThenMarkItOverdue(OnboardingPlans plans, Orders orders) {
        this.plans = plans;
        this.orders = orders;
    }

    @EventHandler
    void react(OnboardingStarted event, EventMessage<?> message) {
        for (var task : event.tasks()) {
            var endOfDay = endOf(task.dueOn());
            var body = body(event.onboardingId(), task.taskId(), task.dueOn(), endOfDay);
            var subject = subject(event.onboardingId(), task.taskId());
            orders.give(Order.at(endOfDay, KIND, subject, task.dueOn(), COMMAND, body, Cause.of(message)));
        }
    }

    /** The order of the due day may have been sent while the task was done, so this is another one. */
    @EventHandler
    void react(TaskReopened event, EventMessage<?> message) {
        plans.dueOn(event.onboardingId(), event.taskId()).ifPresent(dueOn -> {
            var endOfDay = endOf(dueOn);
            var moment = event.occurredAt().isAfter(endOfDay) ? event.occurredAt() : endOfDay;
            orders.give(new Order(
                    KIND,
                    subject(event.onboardingId(), event.taskId()),
                    "reopened:%s".formatted(message.getIdentifier()),
                    COMMAND,
                    body(event.onboardingId(), event.taskId(), dueOn, moment),
                    Cause.of(message).correlationId(),
                    moment,
                    false));
        });
    }

    private static Instant endOf(LocalDate day) {
        return Days.startOf(day.plusDays(1));
    }

    private static String subject(String onboardingId, String taskId) {
        return onboardingId + "/" + taskId;
    }

    private static ObjectNode body(String onboardingId, String taskId, LocalDate dueOn, Instant moment) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("onboardingId", onboardingId)
                .put("taskId", taskId)
                .put("dueOn", dueOn.toString())
                .put("occurredAt", moment.toString());
    }
}
