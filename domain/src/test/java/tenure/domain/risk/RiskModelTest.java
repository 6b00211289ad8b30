package tenure.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenure.domain.risk.RiskModelCommand.PublishRiskModel;
import tenure.domain.risk.event.RiskModelPublished;
import tenure.domain.shared.Code;
import tenure.domain.shared.Decimal;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;
import tenure.domain.shared.WholeNumber;
import tools.jackson.databind.json.JsonMapper;

class RiskModelTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");
    private static final RiskBand RED = band("red", 0);
    private static final RiskBand GREEN = band("green", 50);

    private final AggregateTestFixture<RiskModel> model = new AggregateTestFixture<>(RiskModel.class);

    @BeforeEach
    void registerTheHandler() {
        model.registerAnnotatedCommandHandler(new RiskModels(model.getRepository()));
    }

    @Nested
    class Publishing {
        @Test
        void isRecordedTheFirstTime() {
            model.givenNoPriorActivity().when(publish("28", THEN)).expectEvents(published("28", THEN));
        }

        @Test
        void changesNothingWhenTheModelIsTheSameAtALaterTime() {
            model.given(published("28", THEN))
                    .when(publish("28", LATER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void changesNothingWhenANumberIsWrittenInAnotherWay() {
            model.given(published("28", THEN))
                    .when(publish("2.800e1", LATER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRecordedWhenTheModelDiffers() {
            model.given(published("28", THEN))
                    .when(publish("28.000001", LATER))
                    .expectEvents(published("28.000001", LATER));
        }

        @ParameterizedTest
        @CsvSource({
            "28,28",
            "2.80e1,28",
            "1e2,100",
            "-0.500,-0.5",
            "0.000001,0.000001",
            "0e9,0",
            "999999998.999999,999999998.999999"
        })
        void isStoredInPlainNumbersAndLoadsAgainExactly(String sent, String stored) {
            var event = publish(sent, THEN).asPublished(THEN);

            String json = JsonMapper.shared().writeValueAsString(event);

            assertThat(json).contains("\"poor\":%s,".formatted(stored));
            assertThat(JsonMapper.shared().readValue(json, RiskModelPublished.class))
                    .isEqualTo(event);
        }
    }

    @Nested
    class AModel {
        @Test
        void needsASignal() {
            assertProblem("signals", "TOO_FEW", () -> model(List.of(), List.of(RED)));
        }

        @Test
        void takesASignalOnce() {
            assertProblem(
                    "signals",
                    "SIGNAL_TWICE",
                    () -> model(List.of(signal("idle-days", 1), signal("idle-days", 2)), List.of(RED)));
        }

        @Test
        void needsAWeight() {
            assertProblem("signals", "NO_WEIGHT", () -> model(List.of(signal("idle-days", 0)), List.of(RED)));
        }

        @Test
        void needsBandsThatBeginAt0() {
            assertProblem("bands", "BANDS_MUST_START_AT_0", () -> bands());
            assertProblem("bands", "BANDS_MUST_START_AT_0", () -> bands(band("red", 1)));
        }

        @Test
        void needsBandsThatRise() {
            assertProblem("bands", "BANDS_MUST_RISE", () -> bands(RED, band("yellow", 50), GREEN));
            assertProblem("bands", "BANDS_MUST_RISE", () -> bands(RED, band("yellow", 51), GREEN));
            assertThat(bands(RED, band("yellow", 49), GREEN).bands()).hasSize(3);
        }

        @Test
        void needsBandsThatCanBeToldApart() {
            assertProblem("bands", "BAND_TWICE", () -> bands(RED, band("red", 50)));
        }

        @Test
        void capsBySignalsAndBandsThatItHas() {
            assertProblem("caps", "UNKNOWN_SIGNAL", () -> capped("idle-weeks", "red"));
            assertProblem("caps", "UNKNOWN_BAND", () -> capped("idle-days", "orange"));
            assertThat(capped("idle-days", "red").caps()).hasSize(1);
        }

        @Test
        void clearsAFlagNoLowerThanItRaisesIt() {
            assertProblem("clearAt", "OUT_OF_RANGE", () -> limits(30, 40, 39, 7));
            assertThat(limits(30, 40, 40, 7).clearAt().value()).isEqualTo(40);
        }

        @Test
        void looksAtMostTenYearsAheadAndAtLeastOneDay() {
            assertProblem("horizonDays", "OUT_OF_RANGE", () -> limits(0, 40, 50, 7));
            assertProblem("horizonDays", "OUT_OF_RANGE", () -> limits(3_651, 40, 50, 7));
            assertProblem("dwellDays", "OUT_OF_RANGE", () -> limits(30, 40, 50, 3_651));
            assertThat(limits(3_650, 40, 50, 0).dwellDays().value()).isZero();
        }
    }

    @Nested
    class ASignal {
        @Test
        void needsPoorAndGoodToDiffer() {
            assertProblem(
                    "good",
                    "SAME_AS_POOR",
                    () -> new RiskSignal(
                            new Code("idle-days"),
                            new WholeNumber(1),
                            Decimal.of("1.50"),
                            Decimal.of("1.5"),
                            WhenMissing.SKIP));
        }
    }

    private static void assertProblem(String component, String code, ThrowingCallable making) {
        var problem = catchThrowableOfType(InvalidValue.class, making);
        assertThat(problem.component()).isEqualTo(component);
        assertThat(problem.code()).isEqualTo(code);
    }

    private static RiskSignal signal(String name, int weight) {
        return new RiskSignal(
                new Code(name), new WholeNumber(weight), Decimal.of("28"), Decimal.of("0"), WhenMissing.POOR);
    }

    private static RiskBand band(String name, int from) {
        return new RiskBand(new Code(name), new Health(from));
    }

    private static PublishRiskModel bands(RiskBand... bands) {
        return model(List.of(signal("idle-days", 1)), List.of(bands));
    }

    private static PublishRiskModel model(List<RiskSignal> signals, List<RiskBand> bands) {
        return model(30, signals, List.of(), bands, 40, 50, 7, THEN);
    }

    private static PublishRiskModel capped(String signal, String band) {
        var cap = new RiskCap(new Code(signal), Decimal.of("0.25"), new Code(band));
        return model(30, List.of(signal("idle-days", 1)), List.of(cap), List.of(RED), 40, 50, 7, THEN);
    }

    private static PublishRiskModel limits(int horizonDays, int raiseAt, int clearAt, int dwellDays) {
        return model(
                horizonDays,
                List.of(signal("idle-days", 1)),
                List.of(),
                List.of(RED),
                raiseAt,
                clearAt,
                dwellDays,
                THEN);
    }

    private static PublishRiskModel model(
            int horizonDays,
            List<RiskSignal> signals,
            List<RiskCap> caps,
            List<RiskBand> bands,
            int raiseAt,
            int clearAt,
            int dwellDays,
            Instant occurredAt) {
        return new PublishRiskModel(
                new RiskModelId("first-90-days"),
                new Label("First 90 days"),
                new WholeNumber(horizonDays),
                signals,
                caps,
                bands,
                new Health(raiseAt),
                new Health(clearAt),
                new WholeNumber(dwellDays),
                null,
                occurredAt);
    }

    private static PublishRiskModel publish(String poor, Instant occurredAt) {
        var signal = new RiskSignal(
                new Code("idle-days"), new WholeNumber(1), Decimal.of(poor), Decimal.of("2.5"), WhenMissing.SKIP);
        var cap = new RiskCap(new Code("idle-days"), Decimal.of("0.25"), new Code("red"));
        return model(30, List.of(signal), List.of(cap), List.of(RED, GREEN), 40, 50, 7, occurredAt);
    }

    private static RiskModelPublished published(String poor, Instant occurredAt) {
        return new RiskModelPublished(
                "first-90-days",
                "First 90 days",
                30,
                List.of(new RiskModelPublished.Signal(
                        "idle-days", 1, new BigDecimal(poor), new BigDecimal("2.5"), "skip")),
                List.of(new RiskModelPublished.Cap("idle-days", new BigDecimal("0.25"), "red")),
                List.of(new RiskModelPublished.Band("red", 0), new RiskModelPublished.Band("green", 50)),
                40,
                50,
                7,
                null,
                occurredAt);
    }
}
