package tenure.query.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.query.funnel.FunnelDefinition.Step;
import tenure.query.funnel.FunnelQuestion.Order;
import tenure.query.funnel.FunnelQuestion.Unit;

class JourneyTest {

    private static final long ENTERED = Micros.of(Instant.parse("2022-07-01T00:00:00Z"));
    private static final Step ANY_USE = step("Any use", "used", 1, 0, 0, 14, false);
    private static final Step TWO_FEATURES = step("Two features", "used", 1, 2, 0, 30, false);
    private static final Step RENEWED = step("Renewed", "renewed", 1, 0, null, null, false);
    private static final Step STAYED = step("Stayed", "churned", 1, 0, 0, 180, true);

    private final List<Occurrence> happened = new ArrayList<>();
    private long leftAt = Micros.NEVER;

    @Nested
    class AStepWithinDays {

        @Test
        void countsTheLastMomentOfItsLastDay() {
            used("2022-07-15T23:59:59Z", "search");
            assertThat(judge("2022-08-01", ANY_USE)).containsExactly("REACHED");
        }

        @Test
        void isMissedByTheFirstMomentAfterItsLastDay() {
            used("2022-07-16T00:00:00Z", "search");
            assertThat(judge("2022-08-01", ANY_USE)).containsExactly("MISSED");
        }

        @Test
        void isOpenUntilItsDaysAreOver() {
            assertThat(judge("2022-07-15", ANY_USE)).containsExactly("OPEN");
            assertThat(judge("2022-07-16", ANY_USE)).containsExactly("MISSED");
        }

        @Test
        void isMissedWhenTheCustomerLeavesBeforeItsDaysAreOver() {
            leftAt = Micros.of(Instant.parse("2022-07-10T00:00:00Z"));
            assertThat(judge("2022-07-11", ANY_USE)).containsExactly("MISSED");
        }

        @Test
        void doesNotCountWhatHappenedBeforeEntry() {
            used("2022-06-30T23:59:59Z", "search");
            assertThat(judge("2022-07-02", ANY_USE)).containsExactly("OPEN");
        }

        @Test
        void countsFromItsFirstDayOn() {
            var secondWeek = step("Second week", "used", 1, 0, 7, 13, false);
            used("2022-07-07T23:59:59Z", "search");
            assertThat(judge("2022-07-20", secondWeek)).containsExactly("MISSED");
            used("2022-07-08T00:00:00Z", "search");
            assertThat(judge("2022-07-20", secondWeek)).containsExactly("REACHED");
        }
    }

    @Nested
    class AStepThatWantsDifferentFeatures {

        @Test
        void isNotReachedByTheSameFeatureOverAndOver() {
            used("2022-07-02T00:00:00Z", "search");
            used("2022-07-03T00:00:00Z", "search");
            assertThat(judge("2022-07-04", TWO_FEATURES)).containsExactly("OPEN");
        }

        @Test
        void isReachedWhenTheLastOfThemIsUsed() {
            used("2022-07-02T00:00:00Z", "search");
            used("2022-07-05T12:00:00Z", "quote");
            assertThat(way("2022-08-30", TWO_FEATURES).reachedAt(1))
                    .isEqualTo(Micros.of(Instant.parse("2022-07-05T12:00:00Z")));
        }
    }

    @Nested
    class AStepThatWantsSeveralEvents {

        @Test
        void needsThatMany() {
            var twice = step("Twice", "used", 2, 0, 0, 14, false);
            used("2022-07-02T00:00:00Z", "search");
            assertThat(judge("2022-07-20", twice)).containsExactly("MISSED");
            used("2022-07-03T00:00:00Z", "search");
            assertThat(judge("2022-07-20", twice)).containsExactly("REACHED");
        }
    }

    @Nested
    class AStepWithoutEnd {

        @Test
        void staysOpenAsLongAsTheCustomerStays() {
            assertThat(judge("2032-01-01", RENEWED)).containsExactly("OPEN");
            leftAt = Micros.of(Instant.parse("2022-09-01T00:00:00Z"));
            assertThat(judge("2022-09-02", RENEWED)).containsExactly("MISSED");
        }
    }

    @Nested
    class AStepThatWantsSomethingNotToHappen {

        @Test
        void isOpenUntilItsDaysAreOverAndReachedThen() {
            assertThat(judge("2022-12-28", STAYED)).containsExactly("OPEN");
            assertThat(judge("2022-12-29", STAYED)).containsExactly("REACHED");
        }

        @Test
        void isMissedWhenItHappens() {
            happened.add(occurrence("churned", Instant.parse("2022-12-28T00:00:00Z"), List.of()));
            assertThat(judge("2022-12-29", STAYED)).containsExactly("MISSED");
        }

        @Test
        void isReachedWhenItHappensLater() {
            happened.add(occurrence("churned", Instant.parse("2022-12-29T00:00:00Z"), List.of()));
            assertThat(judge("2023-01-01", STAYED)).containsExactly("REACHED");
        }
    }

    @Test
    void endsAtTheFirstStepThatIsNotReachedWhateverComesAfter() {
        happened.add(occurrence("renewed", Instant.parse("2022-08-01T00:00:00Z"), List.of()));
        assertThat(judge("2022-08-02", ANY_USE, RENEWED)).containsExactly("MISSED");
    }

    @Test
    void doesNotMindInWhichOrderStepsAreDone() {
        happened.add(occurrence("renewed", Instant.parse("2022-07-02T00:00:00Z"), List.of()));
        used("2022-07-03T00:00:00Z", "search");
        assertThat(judge("2022-08-02", ANY_USE, RENEWED)).containsExactly("REACHED", "REACHED");
    }

    @Test
    void saysEachRuleInOneLine() {
        assertThat(List.of(ANY_USE.rule(), TWO_FEATURES.rule(), RENEWED.rule(), STAYED.rule()))
                .containsExactly(
                        "used, days 0 to 14",
                        "used, 2 different features, days 0 to 30",
                        "renewed",
                        "no churned, days 0 to 180");
    }

    private static Step step(
            String name, String event, int atLeast, int features, Integer fromDay, Integer toDay, boolean absent) {
        return new Step(name, event, atLeast, features, fromDay, toDay, absent, null, null, false);
    }

    private Occurrence occurrence(String event, Instant at, List<String> features) {
        return new Occurrence(event, "", Micros.of(at), happened.size() + 1, features);
    }

    private void used(String at, String feature) {
        happened.add(occurrence("used", Instant.parse(at), List.of(feature)));
    }

    private List<String> judge(String today, Step... steps) {
        var way = way(today, steps);
        return IntStream.rangeClosed(1, steps.length)
                .mapToObj(step -> way.outcome(step).name())
                .filter(outcome -> !outcome.equals("BEHIND"))
                .toList();
    }

    private Way way(String today, Step... steps) {
        var definition = new FunnelDefinition(
                "f", "F", "entered", List.of(steps), Unit.CUSTOMERS, Order.INDEPENDENT, null, List.of());
        var way = new Way(steps.length + 1, false);
        new Journey(definition, happened, -1, ENTERED)
                .go(way, "C", null, leftAt, Micros.of(Instant.parse(today + "T00:00:00Z")));
        return way;
    }
}
