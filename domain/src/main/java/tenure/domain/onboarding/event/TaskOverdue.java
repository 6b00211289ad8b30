package tenure.domain.onboarding.event;

import java.time.Instant;
import java.time.LocalDate;
import tenure.domain.shared.EventName;

/**
 * A task of an onboarding was still open when its last day was over.
 *
 * @param dueOn last day in time
 * @param occurredAt when that day was over
 */
@EventName("onboarding.task-overdue")
public record TaskOverdue(String onboardingId, String customerId, String taskId, LocalDate dueOn, Instant occurredAt)
        implements OnboardingEvent {}
