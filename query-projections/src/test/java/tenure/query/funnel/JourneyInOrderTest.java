package tenure.query.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.query.funnel.FunnelDefinition.Exclusion;
import tenure.query.funnel.FunnelDefinition.Step;
import tenure.query.funnel.FunnelQuestion.Order;
import tenure.query.funnel.FunnelQuestion.Unit;

/** The rules of definitions.md §3.1 that are about order, windows and exclusions. */
class JourneyInOrderTest {

    private static final long NOW = Micros.of(Instant.parse("2023-06-01T00:00:00Z"));

    private final List<Occurrence> happened = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private Integer windowHours;

    @Nested
    class TheTestVectors {

        @Test
        void aWindowIsNotResetByRepeatsOfTheFirstStep() {
            windowHours = 1;
            happen("13:00 A", "13:30 A", "13:45 B", "14:15 C");
            assertThat(judge(Order.ORDERED, step("B"), step("C"))).containsExactly("REACHED", "MISSED");
        }

        @Test
        void fourSearchesAndACartAreOneConversion() {
            happen("13:00 A", "13:01 A", "13:02 A", "13:03 A", "13:04 B");
            var count = new FunnelCount(List.of(shown("A"), shown("B")));
            count.add(way(Order.ORDERED, step("B")));
            assertThat(count.steps(JourneyInOrderTest::figure))
                    .extracting("reached")
                    .containsExactly(1L, 1L);
        }

        @Test
        void anExcludedEventBetweenItsStepsRemovesTheUnitAndNoOther() {
            exclusions.add(new Exclusion("X", 0, 1));
            happen("13:00 A", "13:10 B", "13:20 X", "13:30 C");
            assertThat(judge(Order.ORDERED, step("B"), step("C"))).containsExactly("REACHED", "REACHED");
            assertThat(way(Order.ORDERED, step("B"), step("C")).removed()).isFalse();

            happened.clear();
            happen("13:00 A", "13:10 X", "13:20 B");
            assertThat(way(Order.ORDERED, step("B"), step("C")).removed()).isTrue();
        }
    }

    @Test
    void othersMayInterveneInAnOrderAndNoneWhenItIsStrict() {
        happen("13:00 A", "13:10 X", "13:20 B");
        assertThat(judge(Order.ORDERED, step("B"))).containsExactly("REACHED");
        assertThat(judge(Order.STRICT, step("B"))).containsExactly("MISSED");
    }

    @Test
    void aStrictFunnelIsOpenAsLongAsNothingElseHappened() {
        happen("13:00 A", "13:10 B");
        assertThat(judge(Order.STRICT, step("B"), step("C"))).containsExactly("REACHED", "OPEN");
    }

    @Test
    void aStepDoneBeforeTheOneBeforeItIsOutOfOrder() {
        windowHours = 24;
        happen("13:00 A", "13:10 C", "13:20 B");
        var way = way(Order.ORDERED, step("B"), step("C"));
        assertThat(judge(Order.ORDERED, step("B"), step("C"))).containsExactly("REACHED", "MISSED");
        assertThat(way.outOfOrder(2)).isTrue();
        assertThat(judge(Order.ANY, step("B"), step("C"))).containsExactly("REACHED", "REACHED");
    }

    @Test
    void theSameEventTwiceNeedsTwoOccurrences() {
        happen("13:00 A", "13:10 B");
        var again = new Step("B again", "B", 1, 0, null, null, false, null, null, false);
        for (var order : List.of(Order.ORDERED, Order.ANY)) {
            assertThat(judge(order, step("B"), again)).containsExactly("REACHED", "OPEN");
        }
        happen("13:20 B");
        for (var order : List.of(Order.ORDERED, Order.ANY, Order.STRICT)) {
            assertThat(judge(order, step("B"), again)).containsExactly("REACHED", "REACHED");
        }
    }

    @Test
    void theEntryIsNoOccurrenceOfALaterStep() {
        happen("13:00 A");
        assertThat(judge(Order.ORDERED, step("A"))).containsExactly("OPEN");
        assertThat(judge(Order.ANY, step("A"))).containsExactly("OPEN");
    }

    @Test
    void equalTimesAreOrderedByTheirPlaceInTheLog() {
        happen("13:00 A", "13:00 C", "13:00 B");
        assertThat(judge(Order.ORDERED, step("B"), step("C"))).containsExactly("REACHED", "OPEN");
        assertThat(judge(Order.ORDERED, step("C"), step("B"))).containsExactly("REACHED", "REACHED");
    }

    @Test
    void anOptionalStepBlocksNothing() {
        var optional = new Step("B", "B", 1, 0, null, null, false, null, null, true);
        happen("13:00 A", "13:10 C");
        for (var order : List.of(Order.ORDERED, Order.ANY, Order.STRICT)) {
            assertThat(way(order, optional, step("C")).outcome(2)).isEqualTo(Way.Outcome.REACHED);
        }
        assertThat(way(Order.ORDERED, optional, step("C")).outcome(1)).isEqualTo(Way.Outcome.MISSED);
    }

    @Test
    void aStepMustFollowWithinItsOwnHours() {
        var soon = new Step("B", "B", 1, 0, null, null, false, null, 1, false);
        happen("13:00 A", "14:00 B");
        assertThat(judge(Order.ORDERED, soon)).containsExactly("REACHED");
        happened.clear();
        happen("13:00 A", "14:01 B");
        assertThat(judge(Order.ORDERED, soon)).containsExactly("MISSED");
    }

    @Test
    void theWindowIncludesItsLastMoment() {
        windowHours = 1;
        happen("13:00 A", "14:00 B");
        assertThat(judge(Order.ORDERED, step("B"))).containsExactly("REACHED");
    }

    @Test
    void aStepMayAskForASubject() {
        var ofSearch = new Step("Search", "B", 1, 0, null, null, false, "search", null, false);
        happened.add(new Occurrence("A", "", time("13:00"), 1, List.of()));
        happened.add(new Occurrence("B", "export", time("13:10"), 2, List.of("export")));
        assertThat(judge(Order.ORDERED, ofSearch)).containsExactly("OPEN");
        happened.add(new Occurrence("B", "search", time("13:20"), 3, List.of("search")));
        assertThat(judge(Order.ORDERED, ofSearch)).containsExactly("REACHED");
    }

    private void happen(String... events) {
        for (var event : events) {
            happened.add(new Occurrence(
                    event.substring(6), "", time(event.substring(0, 5)), happened.size() + 1, List.of()));
        }
    }

    private static long time(String time) {
        return Micros.of(Instant.parse("2023-05-01T" + time + ":00Z"));
    }

    private static Step step(String event) {
        return new Step(event, event, 1, 0, null, null, false, null, null, false);
    }

    private static Ways.Step shown(String name) {
        return new Ways.Step(name, name, false);
    }

    private static tenure.query.shared.Figure figure(Side side, int step, long count) {
        return new tenure.query.shared.Figure(count, side.figure() + step);
    }

    private List<String> judge(Order order, Step... steps) {
        var way = way(order, steps);
        return IntStream.rangeClosed(1, steps.length)
                .mapToObj(step -> way.outcome(step).name())
                .toList();
    }

    private Way way(Order order, Step... steps) {
        var definition =
                new FunnelDefinition("f", "F", "A", List.of(steps), Unit.CUSTOMERS, order, windowHours, exclusions);
        var way = new Way(steps.length + 1, order == Order.ANY);
        new Journey(definition, happened, 0, happened.getFirst().at()).go(way, "C", null, Micros.NEVER, NOW);
        return way;
    }
}
