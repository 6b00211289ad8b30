package tenure.domain.onboarding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import tenure.domain.onboarding.OnboardingTemplateCommand.DefineOnboardingTemplate;
import tenure.domain.onboarding.event.OnboardingTemplateDefined;

/** What is to be done after a sale. Its commands come by {@link OnboardingTemplates}. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class OnboardingTemplate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private TemplateId id;

    private OnboardingTemplateDefined definition;

    /** For Axon, which fills it from its events. */
    protected OnboardingTemplate() {}

    OnboardingTemplate(DefineOnboardingTemplate command) {
        apply(command.asDefined());
    }

    void decide(DefineOnboardingTemplate command) {
        var wanted = command.asDefined();
        if (saysTheSame(wanted)) {
            return;
        }

        apply(wanted);
    }

    @EventSourcingHandler
    void evolve(OnboardingTemplateDefined event) {
        id = new TemplateId(event.templateId());
        definition = event;
    }

    private boolean saysTheSame(OnboardingTemplateDefined wanted) {
        return definition.name().equals(wanted.name())
                && definition.product().equals(wanted.product())
                && definition.tasks().equals(wanted.tasks());
    }
}
