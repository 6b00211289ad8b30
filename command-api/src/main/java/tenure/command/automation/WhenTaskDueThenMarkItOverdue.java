package tenure.command.automation;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import tenure.domain.onboarding.event.OnboardingStarted;
import tools.jackson.databind.node.JsonNodeFactory;

/** When the last day of a task of an onboarding is over, it is marked overdue, unless it was done by then. */
@Component
@DisallowReplay
@ProcessingGroup(Automation.PROCESSOR)
class WhenTaskDueThenMarkItOverdue implements Automation {

    static final String KIND = "task-overdue";

    private final Orders orders;

    WhenTaskDueThenMarkItOverdue(Orders orders) {
        this.orders = orders;
    }

    @EventHandler
    void react(OnboardingStarted event, EventMessage<?> message) {
        for (var task : event.tasks()) {
            var endOfDay = Days.startOf(task.dueOn().plusDays(1));
            var body = JsonNodeFactory.instance
                    .objectNode()
                    .put("onboardingId", event.onboardingId())
                    .put("taskId", task.taskId())
                    .put("dueOn", task.dueOn().toString())
                    .put("occurredAt", endOfDay.toString());
            var subject = event.onboardingId() + "/" + task.taskId();
            orders.give(Order.at(endOfDay, KIND, subject, task.dueOn(), "mark-task-overdue", body, Cause.of(message)));
        }
    }
}
