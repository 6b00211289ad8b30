package tenure.domain.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tenure.domain.onboarding.Tasks.optional;
import static tenure.domain.onboarding.Tasks.required;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.onboarding.OnboardingTemplateCommand.DefineOnboardingTemplate;
import tenure.domain.onboarding.event.OnboardingTemplateDefined;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;

class OnboardingTemplateTest {

    private static final Instant THEN = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T08:00:00Z");

    private final AggregateTestFixture<OnboardingTemplate> template =
            new AggregateTestFixture<>(OnboardingTemplate.class);

    @BeforeEach
    void registerTheHandler() {
        template.registerAnnotatedCommandHandler(new OnboardingTemplates(template.getRepository()));
    }

    @Nested
    class Defining {
        @Test
        void isRecordedTheFirstTime() {
            template.givenNoPriorActivity().when(define(3, THEN)).expectEvents(defined(3, THEN));
        }

        @Test
        void changesNothingWhenTheDefinitionIsTheSame() {
            template.given(defined(3, THEN))
                    .when(define(3, LATER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRecordedWhenTheDefinitionDiffers() {
            template.given(defined(3, THEN)).when(define(4, LATER)).expectEvents(defined(4, LATER));
        }
    }

    @Nested
    class AListOfTasks {
        @Test
        void isNotEmpty() {
            assertThat(problemWith(() -> define(List.of())).code()).isEqualTo("TOO_FEW");
        }

        @Test
        void canBeToldApart() {
            assertThat(problemWith(() -> define(List.of(required("call", 1), optional("call", 2))))
                            .code())
                    .isEqualTo("ID_TWICE");
        }

        @Test
        void canBeCompleted() {
            assertThat(problemWith(() -> define(List.of(optional("call", 1)))).code())
                    .isEqualTo("NONE_REQUIRED");
        }

        @Test
        void isDueWithinTenYears() {
            assertThat(required("call", 3_650).dueDay().value()).isEqualTo(3_650);
            assertThat(problemWith(() -> required("call", 3_651)).component()).isEqualTo("dueDay");
        }
    }

    private static InvalidValue problemWith(ThrowingCallable making) {
        return catchThrowableOfType(InvalidValue.class, making);
    }

    private static DefineOnboardingTemplate define(int dueDay, Instant occurredAt) {
        return new DefineOnboardingTemplate(
                new TemplateId("start"),
                new Label("Start"),
                new Label("crm"),
                List.of(required("call", dueDay)),
                occurredAt);
    }

    private static DefineOnboardingTemplate define(List<OnboardingTask> tasks) {
        return new DefineOnboardingTemplate(new TemplateId("start"), new Label("Start"), new Label("crm"), tasks, THEN);
    }

    private static OnboardingTemplateDefined defined(int dueDay, Instant occurredAt) {
        return new OnboardingTemplateDefined(
                "start",
                "Start",
                "crm",
                List.of(new OnboardingTemplateDefined.Task("call", "Do call", dueDay, true, false)),
                occurredAt);
    }
}
