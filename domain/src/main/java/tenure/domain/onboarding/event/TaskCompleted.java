package tenure.domain.onboarding.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * A task of an onboarding was done.
 *
 * @param occurredAt when it was done
 */
@EventName("onboarding.task-completed")
public record TaskCompleted(String onboardingId, String customerId, String taskId, Instant occurredAt)
        implements OnboardingEvent {}
