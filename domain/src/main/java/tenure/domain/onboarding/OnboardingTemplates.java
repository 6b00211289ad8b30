package tenure.domain.onboarding;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import tenure.domain.onboarding.OnboardingTemplateCommand.DefineOnboardingTemplate;
import tenure.domain.shared.CreateIfMissing;

/** Defines a template the first time and redefines it later. */
public class OnboardingTemplates {

    private final Repository<OnboardingTemplate> templates;

    /** Works on the given templates. */
    public OnboardingTemplates(Repository<OnboardingTemplate> templates) {
        this.templates = templates;
    }

    /** Takes the definition over. */
    @CommandHandler
    public void decide(DefineOnboardingTemplate command) throws Exception {
        CreateIfMissing.decide(
                templates,
                command.templateId().toString(),
                template -> template.decide(command),
                () -> new OnboardingTemplate(command));
    }
}
