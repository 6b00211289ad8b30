package tenure.domain.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.funnel.FunnelCommand.DefineFunnel;
import tenure.domain.funnel.event.FunnelDefined;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;
import tenure.domain.shared.WholeNumber;

class FunnelTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    private final AggregateTestFixture<Funnel> funnel = new AggregateTestFixture<>(Funnel.class);

    @BeforeEach
    void registerTheHandler() {
        funnel.registerAnnotatedCommandHandler(new FunnelDefinitions(funnel.getRepository()));
    }

    @Nested
    class Defining {
        @Test
        void isRecordedTheFirstTime() {
            funnel.givenNoPriorActivity().when(define("Adoption", THEN)).expectEvents(defined("Adoption", THEN));
        }

        @Test
        void changesNothingWhenTheDefinitionIsTheSameAtALaterTime() {
            funnel.given(defined("Adoption", THEN))
                    .when(define("Adoption", LATER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRecordedWhenTheDefinitionDiffers() {
            funnel.given(defined("Adoption", THEN))
                    .when(define("Uptake", LATER))
                    .expectEvents(defined("Uptake", LATER));
        }
    }

    @Nested
    class AStep {
        @Test
        void needsAnEventThatCanHappen() {
            assertThat(problemWith(() -> step("license.sould", 0, null, null, false))
                            .component())
                    .isEqualTo("event");
        }

        @Test
        void doesNotEndBeforeItBegins() {
            assertThat(problemWith(() -> step("license.sold", 0, 5, 4, false)).component())
                    .isEqualTo("toDay");
        }

        @Test
        void needsALastDayToTellThatNothingHappened() {
            assertThat(problemWith(() -> step("license.sold", 0, 5, null, true)).code())
                    .isEqualTo("MISSING");
        }

        @Test
        void asksForFeaturesOnlyWhereThereAreSome() {
            assertThat(problemWith(() -> step("license.sold", 3, 0, 5, false)).code())
                    .isEqualTo("NO_FEATURES");
            assertThat(step("usage.day-reported", 3, 0, 5, false).distinctFeatures())
                    .isEqualTo(new WholeNumber(3));
            assertThat(step("usage", 3, 0, 5, false).distinctFeatures())
                    .as("any use, whoever tells of it")
                    .isEqualTo(new WholeNumber(3));
        }
    }

    @Nested
    class ADefinition {
        @Test
        void needsAStep() {
            assertThat(problemWith(() -> definition(List.of())).code()).isEqualTo("TOO_FEW");
        }

        @Test
        void cannotTakeThePlaceOfTheOneThatIsBuiltIn() {
            var steps = List.of(step("license.sold", 0, null, null, false));
            assertThat(problemWith(() -> definition("onboarding", steps, FunnelOrder.ORDERED, List.of()))
                            .code())
                    .isEqualTo("RESERVED");
        }

        @Test
        void putsNoAbsenceIntoAnOrder() {
            var steps = List.of(step("customer.churned", 0, 0, 30, true));
            assertThat(problemWith(() -> definition("adoption", steps, FunnelOrder.ORDERED, List.of()))
                            .code())
                    .isEqualTo("ABSENCE_HAS_NO_ORDER");
        }

        @Test
        void excludesOnlyBetweenStepsThatItHas() {
            var steps = List.of(step("license.sold", 0, null, null, false));
            var exclusion = new FunnelExclusion(new Label("ticket.opened"), new Label("Bought"), new Label("Sold"));
            assertThat(problemWith(() -> definition("adoption", steps, FunnelOrder.ORDERED, List.of(exclusion)))
                            .code())
                    .isEqualTo("UNKNOWN_STEPS");
            var sound = new FunnelExclusion(new Label("ticket.opened"), null, new Label("Sold"));
            assertThat(definition("adoption", steps, FunnelOrder.ORDERED, List.of(sound))
                            .exclusions())
                    .containsExactly(sound);
        }

        @Test
        void needsStepsThatCanBeToldApart() {
            var step = step("license.sold", 0, null, null, false);
            assertThat(problemWith(() -> definition(List.of(step, step))).code())
                    .isEqualTo("NAME_TWICE");
        }
    }

    private static InvalidValue problemWith(ThrowingCallable making) {
        return catchThrowableOfType(InvalidValue.class, making);
    }

    private static FunnelStep step(
            String event, int features, @Nullable Integer fromDay, @Nullable Integer toDay, boolean absent) {
        return new FunnelStep(
                new Label("Sold"),
                new Label(event),
                new WholeNumber(1),
                new WholeNumber(features),
                fromDay == null ? null : new WholeNumber(fromDay),
                toDay == null ? null : new WholeNumber(toDay),
                absent,
                null,
                null,
                false);
    }

    private static DefineFunnel definition(List<FunnelStep> steps) {
        return definition("adoption", steps, FunnelOrder.INDEPENDENT, List.of());
    }

    private static DefineFunnel definition(
            String id, List<FunnelStep> steps, FunnelOrder order, List<FunnelExclusion> exclusions) {
        return new DefineFunnel(
                new FunnelId(id),
                new Label("Adoption"),
                new Label("customer.registered"),
                steps,
                FunnelUnit.CUSTOMERS,
                order,
                null,
                exclusions,
                THEN);
    }

    private static DefineFunnel define(String name, Instant occurredAt) {
        return new DefineFunnel(
                new FunnelId("adoption"),
                new Label(name),
                new Label("customer.registered"),
                List.of(step("license.sold", 0, 0, 14, false)),
                FunnelUnit.CUSTOMERS,
                FunnelOrder.INDEPENDENT,
                null,
                List.of(),
                occurredAt);
    }

    private static FunnelDefined defined(String name, Instant occurredAt) {
        return new FunnelDefined(
                "adoption",
                name,
                "customer.registered",
                List.of(new FunnelDefined.Step("Sold", "license.sold", 1, 0, 0, 14, false)),
                occurredAt);
    }
}
