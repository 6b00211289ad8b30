package tenure.query.churnrisk.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tenure.query.churnrisk.statistics.ObservationSchedule.BeforeEachTerm;
import tenure.query.churnrisk.statistics.ObservationSchedule.MonthEnds;
import tenure.query.churnrisk.statistics.ObservationSchedule.Observed;

class ObservationScheduleTest {

    private static final LocalDate START = day("2024-01-01");
    private static final ObservationSchedule MONTHLY = new BeforeEachTerm(Period.ofMonths(1), 5);

    @Test
    void observesAMonthlyCustomerFiveDaysBeforeEachTerm() {
        var observed = MONTHLY.of(START, null, day("2024-03-31"));

        assertThat(observed)
                .extracting(Observed::day)
                .containsExactly(day("2024-01-27"), day("2024-02-25"), day("2024-03-27"));
        assertThat(observed.getFirst().to()).isEqualTo("2024-02-25");
    }

    @Test
    void observesAYearlyCustomerNinetyDaysBeforeEachTerm() {
        assertThat(new BeforeEachTerm(Period.ofYears(1), 90).of(START, null, day("2024-12-31")))
                .extracting(Observed::day)
                .containsExactly(day("2024-10-03"));
    }

    @Test
    void countsALossFromTheObservationUpToTheNext() {
        assertThat(labels(day("2024-01-27"))).containsExactly(true);
        assertThat(labels(day("2024-02-24"))).containsExactly(true);
        assertThat(labels(day("2024-02-25"))).containsExactly(false, true);
        assertThat(labels(null)).containsExactly(false, false, false);
    }

    @Test
    void comesBackToTheLastOfTheMonth() {
        assertThat(new BeforeEachTerm(Period.ofMonths(1), 0).of(day("2024-01-31"), null, day("2024-04-30")))
                .extracting(Observed::day)
                .containsExactly(day("2024-02-29"), day("2024-03-31"), day("2024-04-30"));
    }

    @Test
    void closesALabelWithTheLossOrWithTheLastDayOfTheWindow() {
        var observed = MONTHLY.of(START, day("2024-03-30"), day("2024-03-31"));

        assertThat(observed)
                .extracting(Observed::closedOn)
                .containsExactly(day("2024-02-24"), day("2024-03-26"), day("2024-03-30"));
        assertThat(observed).extracting(Observed::closed).containsOnly(true);
        assertThat(MONTHLY.of(START, null, day("2024-03-31")).getLast().closed())
                .isFalse();
    }

    @Test
    void doesNotKnowOfALossThatComesLater() {
        var known = MONTHLY.of(START, day("2024-04-10"), day("2024-03-31"));

        assertThat(known).isEqualTo(MONTHLY.of(START, null, day("2024-03-31")));
    }

    @Test
    void observesAtMonthEndsWhoIsThereAtTheEndOfTheDay() {
        var ends = new MonthEnds(YearMonth.of(2024, 1), YearMonth.of(2024, 4), 60);

        assertThat(ends.of(day("2024-01-31"), day("2024-03-31"), day("2024-12-31")))
                .containsExactly(
                        new Observed(
                                day("2024-01-31"), day("2024-02-01"), day("2024-04-01"), true, day("2024-03-31"), true),
                        new Observed(
                                day("2024-02-29"),
                                day("2024-03-01"),
                                day("2024-04-30"),
                                true,
                                day("2024-03-31"),
                                true));
        assertThat(ends.of(day("2024-02-01"), null, day("2024-03-30")))
                .extracting(Observed::day, Observed::closed)
                .containsExactly(Tuple.tuple(day("2024-02-29"), false));
    }

    private static List<Boolean> labels(@Nullable LocalDate lostOn) {
        return MONTHLY.of(START, lostOn, day("2024-03-31")).stream()
                .map(Observed::lost)
                .toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
