package tenure.domain.onboarding.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * A task of an onboarding will not be done, and need not be.
 *
 * @param reason why, in words; may be empty
 * @param occurredAt when that was settled
 */
@EventName("onboarding.task-skipped")
public record TaskSkipped(String onboardingId, String customerId, String taskId, String reason, Instant occurredAt)
        implements OnboardingEvent {}
