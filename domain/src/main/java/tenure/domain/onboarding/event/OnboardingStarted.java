package tenure.domain.onboarding.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A customer began to take up what it bought.
 *
 * @param licenseId what it bought; null when it is about no single license
 * @param templateId what the tasks were taken from; null when they were made for this customer
 * @param startsOn day from which the due days are counted
 * @param tasks what is to be done, in their order
 * @param occurredAt when it began
 */
@EventName("onboarding.started")
public record OnboardingStarted(
        String onboardingId,
        String customerId,
        @Nullable String licenseId,
        @Nullable String templateId,
        LocalDate startsOn,
        List<Task> tasks,
        Instant occurredAt)
        implements OnboardingEvent {
    /** Copies the tasks. */
    public OnboardingStarted {
        tasks = List.copyOf(tasks);
    }

    /**
     * One task of an onboarding.
     *
     * @param dueOn     last day in time
     * @param required  whether it must be completed for the onboarding to be complete
     * @param milestone whether it is one to report on
     */
    public record Task(String taskId, String title, LocalDate dueOn, boolean required, boolean milestone) {}
}
