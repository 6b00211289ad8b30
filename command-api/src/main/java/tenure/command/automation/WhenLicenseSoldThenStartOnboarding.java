package tenure.command.automation;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.onboarding.event.OnboardingTemplateDefined;
import tools.jackson.databind.node.JsonNodeFactory;

/** A sold license begins the onboarding that the newest template of its product describes; without one, nothing. */
@Component
@DisallowReplay
@ProcessingGroup(Automation.PROCESSOR)
class WhenLicenseSoldThenStartOnboarding implements Automation {

    static final String KIND = "start-onboarding";

    private final OnboardingTemplateTable templates;
    private final Orders orders;

    WhenLicenseSoldThenStartOnboarding(OnboardingTemplateTable templates, Orders orders) {
        this.templates = templates;
        this.orders = orders;
    }

    @EventHandler
    void react(OnboardingTemplateDefined event) {
        var tasks = JsonNodeFactory.instance.arrayNode();
        event.tasks()
                .forEach(task -> tasks.addObject()
                        .put("taskId", task.taskId())
                        .put("title", task.title())
                        .put("dueDay", task.dueDay())
                        .put("required", task.required())
                        .put("milestone", task.milestone()));
        templates.define(event.templateId(), event.product(), tasks);
    }

    @EventHandler
    void react(LicenseSold event, EventMessage<?> message) {
        templates.newestOf(event.product()).ifPresent(template -> {
            var cause = Cause.of(message);
            var body = JsonNodeFactory.instance
                    .objectNode()
                    .put("onboardingId", event.licenseId())
                    .put("customerId", event.customerId())
                    .put("licenseId", event.licenseId())
                    .put("templateId", template.templateId())
                    .put("startsOn", event.startsOn().toString());
            body.set("tasks", template.tasks());
            orders.give(Order.atOnce(
                    KIND,
                    event.licenseId(),
                    "onboarding:%s".formatted(cause.eventId()),
                    "start-onboarding",
                    body,
                    cause,
                    event.occurredAt()));
        });
    }
}
