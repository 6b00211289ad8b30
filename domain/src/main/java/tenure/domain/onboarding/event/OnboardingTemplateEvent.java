package tenure.domain.onboarding.event;

/** Everything that can happen to a template. */
public sealed interface OnboardingTemplateEvent permits OnboardingTemplateDefined {}
