package tenure.domain.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.segment.SegmentCommand.DefineSegment;
import tenure.domain.segment.event.SegmentDefined;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;

class SegmentTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    private final AggregateTestFixture<Segment> segment = new AggregateTestFixture<>(Segment.class);

    @BeforeEach
    void registerTheHandler() {
        segment.registerAnnotatedCommandHandler(new SegmentDefinitions(segment.getRepository()));
    }

    @Nested
    class Defining {
        @Test
        void isRecordedTheFirstTime() {
            segment.givenNoPriorActivity().when(define("GA", THEN)).expectEvents(defined("GA", THEN));
        }

        @Test
        void changesNothingWhenTheDefinitionIsTheSameAtALaterTime() {
            segment.given(defined("GA", THEN))
                    .when(define("GA", LATER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRecordedWhenTheDefinitionDiffers() {
            segment.given(defined("GA", THEN)).when(define("SC", LATER)).expectEvents(defined("SC", LATER));
        }

        @Test
        void mayBeOfAllCustomers() {
            segment.givenNoPriorActivity()
                    .when(new DefineSegment(new SegmentId("south"), new Label("South"), List.of(), THEN))
                    .expectEvents(new SegmentDefined("south", "South", List.of(), THEN));
        }
    }

    @Nested
    class ACondition {
        @Test
        void needsAValue() {
            assertThat(problemWith(Operator.IS).code()).isEqualTo("TOO_FEW");
        }

        @Test
        void comparesBySizeWithOneValueOnly() {
            assertThat(problemWith(Operator.AT_LEAST, "1", "2").component()).isEqualTo("values");
            assertThat(problemWith(Operator.LESS_THAN, "1", "2").code()).isEqualTo("TOO_MANY");
            assertThat(condition(Operator.AT_LEAST, "1").values()).hasSize(1);
            assertThat(condition(Operator.IS_NOT, "1", "2").values()).hasSize(2);
        }
    }

    private static InvalidValue problemWith(Operator operator, String... values) {
        return catchThrowableOfType(InvalidValue.class, () -> condition(operator, values));
    }

    private static SegmentCondition condition(Operator operator, String... values) {
        return new SegmentCondition(
                new Label("region"), operator, Stream.of(values).map(Label::new).toList());
    }

    private static DefineSegment define(String region, Instant occurredAt) {
        return new DefineSegment(
                new SegmentId("south"), new Label("South"), List.of(condition(Operator.IS_NOT, region)), occurredAt);
    }

    private static SegmentDefined defined(String region, Instant occurredAt) {
        return new SegmentDefined(
                "south",
                "South",
                List.of(new SegmentDefined.Condition("region", "is-not", List.of(region))),
                occurredAt);
    }
}
