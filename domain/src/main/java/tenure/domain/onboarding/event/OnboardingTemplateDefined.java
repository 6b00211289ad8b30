package tenure.domain.onboarding.event;

import java.time.Instant;
import java.util.List;
import tenure.domain.shared.EventName;

/**
 * A template was defined, or defined anew. What was begun by it before stays as it is.
 *
 * @param product what is licensed where it is meant to be used
 * @param tasks what is to be done, in their order
 * @param occurredAt when the template was made
 */
@EventName("onboarding-template.defined")
public record OnboardingTemplateDefined(
        String templateId, String name, String product, List<Task> tasks, Instant occurredAt)
        implements OnboardingTemplateEvent {
    /** Copies the tasks. */
    public OnboardingTemplateDefined {
        tasks = List.copyOf(tasks);
    }

    /**
     * One task of a template.
     *
     * @param dueDay    days from the start to the last day in time; 0 is the day of the start
     * @param required  whether it must be completed for the onboarding to be complete
     * @param milestone whether it is one to report on
     */
    public record Task(String taskId, String title, int dueDay, boolean required, boolean milestone) {}
}
