package tenure.query.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tenure.query.funnel.Durations.CurvePoint;

class DurationsTest {

    private static final long START = Micros.of(Instant.parse("2023-01-01T00:00:00Z"));

    private final Durations durations = new Durations();

    @Test
    void countsWhoWasWatchedForAShorterTimeAsLongAsItWas() {
        reachedAfter(1);
        watchedFor(2);
        reachedAfter(3);
        reachedAfter(3);
        watchedFor(5);

        // 1 − 4/5, then 1 − 4/5 · 1/3: without censoring the second would be 3/5.
        assertThat(durations.curve())
                .containsExactly(
                        point(1, 5, 1, 0, "0.2000"),
                        point(2, 4, 0, 1, "0.2000"),
                        point(3, 3, 2, 0, "0.7333"),
                        point(5, 1, 0, 1, "0.7333"));
    }

    @Test
    void letsThoseWhoGotThereComeFirstOnTheSameDay() {
        watchedFor(1);
        reachedAfter(1);

        assertThat(durations.curve()).containsExactly(point(1, 2, 1, 1, "0.5000"));
    }

    @Test
    void tellsTheMedianTheNearestRanksAndTheMean() {
        for (int days : new int[] {1, 2, 3, 10}) {
            reachedAfter(days);
        }

        assertThat(durations.times())
                .isEqualTo(new Durations.Times(
                        new BigDecimal("2.5000"),
                        new BigDecimal("1.0000"),
                        new BigDecimal("3.0000"),
                        new BigDecimal("10.0000"),
                        new BigDecimal("4.0000")));
    }

    @Test
    void tellsNothingWhenNobodyGotThere() {
        watchedFor(3);

        assertThat(durations.times()).isNull();
        assertThat(durations.medianDays()).isNull();
    }

    private void reachedAfter(int days) {
        durations.reached(START, START + Micros.ofDays(days));
    }

    private void watchedFor(int days) {
        durations.watched(START, START + Micros.ofDays(days), 1);
    }

    private static CurvePoint point(long day, long atRisk, long reached, long watched, String share) {
        return new CurvePoint(day, atRisk, reached, watched, new BigDecimal(share));
    }
}
