package tenure.domain.onboarding.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * A task of an onboarding is to be done after all, or again.
 *
 * @param occurredAt when that was settled
 */
@EventName("onboarding.task-reopened")
public record TaskReopened(String onboardingId, String customerId, String taskId, Instant occurredAt)
        implements OnboardingEvent {}
