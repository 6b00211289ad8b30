package tenure.domain.onboarding;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tenure.domain.onboarding.event.OnboardingTemplateDefined;
import tenure.domain.shared.Described;
import tenure.domain.shared.Label;

/** Everything that can be asked of an {@link OnboardingTemplate}. */
public sealed interface OnboardingTemplateCommand {

    /** Defines a template, or defines it anew. The same definition again changes nothing. */
    @Described("Defines what is to be done after a sale of a product, or defines it anew; what was begun by it before"
            + " stays as it is. The same definition again changes nothing.")
    record DefineOnboardingTemplate(
            @TargetAggregateIdentifier @Described("Your id for the template.")
            TemplateId templateId,

            @Described("What the template is called.") Label name,

            @Described("What is licensed where it is meant to be used.")
            Label product,

            @Described("What is to be done, in order.") List<OnboardingTask> tasks,

            @Described(value = "When the template was made.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements OnboardingTemplateCommand {
        /** Checks the tasks. */
        public DefineOnboardingTemplate {
            tasks = OnboardingTask.checked(tasks);
        }

        OnboardingTemplateDefined asDefined() {
            return new OnboardingTemplateDefined(
                    templateId.value(),
                    name.value(),
                    product.value(),
                    tasks.stream().map(OnboardingTask::ofTemplate).toList(),
                    occurredAt);
        }
    }
}
