package tenure.domain.onboarding.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * All required tasks of an onboarding are done. It happens again when one was reopened and is done again.
 *
 * @param occurredAt when the last of them was done
 */
@EventName("onboarding.completed")
public record OnboardingCompleted(String onboardingId, String customerId, Instant occurredAt)
        implements OnboardingEvent {}
