package tenure.domain.onboarding.event;

/** Everything that can happen to an onboarding. */
public sealed interface OnboardingEvent
        permits OnboardingStarted, TaskCompleted, TaskSkipped, TaskReopened, TaskOverdue, OnboardingCompleted {}
