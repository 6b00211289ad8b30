package tenure.query.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static tenure.query.seats.SeatExamples.day;

import org.junit.jupiter.api.Test;
import tenure.query.seats.SeatSeries.Every;

class SeatSeriesTest {

    @Test
    void hasAPointADay() {
        assertThat(Every.DAY.points(day("2024-02-28"), day("2024-03-02")))
                .containsExactly(day("2024-02-28"), day("2024-02-29"), day("2024-03-01"));
    }

    @Test
    void hasAPointOnSundaysAndOnTheLastDay() {
        assertThat(Every.WEEK.points(day("2024-02-28"), day("2024-03-13")))
                .containsExactly(day("2024-03-03"), day("2024-03-10"), day("2024-03-12"));
    }

    @Test
    void hasAPointAtTheEndsOfMonthsAndOnTheLastDay() {
        assertThat(Every.MONTH.points(day("2024-01-31"), day("2024-03-15")))
                .containsExactly(day("2024-01-31"), day("2024-02-29"), day("2024-03-14"));
        assertThat(Every.MONTH.points(day("2024-01-01"), day("2024-02-01"))).containsExactly(day("2024-01-31"));
    }
}
