package tenure.query.churnrisk.statistics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResamplingTest {

    private static final int ROWS = 4_000;

    private final double[] score = new double[ROWS];
    private final boolean[] lost = new boolean[ROWS];

    ResamplingTest() {
        var random = new SplittableRandom(5);
        for (var row = 0; row < ROWS; row++) {
            score[row] = random.nextDouble() * 0.4;
            lost[row] = random.nextDouble() < score[row];
        }
    }

    private static double width(Interval interval) {
        return interval.to() - interval.from();
    }

    /** Customers of so many rows each. */
    private static int[] customersOf(int rows) {
        return IntStream.range(0, ROWS).map(row -> row / rows).toArray();
    }

    @Test
    void includesTheFigureItself() {
        var resampling = new Resampling(score, lost, customersOf(1));

        assertThat(resampling.lift().includes(Lift.ofTopTenth(score, lost))).isTrue();
        assertThat(resampling.brier().includes(Brier.of(score, lost).score())).isTrue();
    }

    /** The Brier score is a mean, whose standard error has a formula. */
    @Test
    void isAsWideAsTheStandardErrorOfAMeanSays() {
        var misses = IntStream.range(0, ROWS)
                .mapToDouble(row -> Math.pow(score[row] - (lost[row] ? 1 : 0), 2))
                .toArray();
        var mean = IntStream.range(0, ROWS).mapToDouble(row -> misses[row]).sum() / ROWS;
        var variance = IntStream.range(0, ROWS)
                        .mapToDouble(row -> Math.pow(misses[row] - mean, 2))
                        .sum()
                / ROWS;
        var expected = 2 * Interval.Z * Math.sqrt(variance / ROWS);

        assertThat(width(new Resampling(score, lost, customersOf(1)).brier()))
                .isCloseTo(expected, within(0.1 * expected));
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(new Resampling(score, lost, customersOf(4)).lift())
                .isEqualTo(new Resampling(score, lost, customersOf(4)).lift());
    }

    /** Each row sixteen times over tells nothing new; only who takes the rows for independent believes it does. */
    @Test
    void isNoNarrowerForRowsThatAreRepeatedOfTheSameCustomers() {
        var few = IntStream.range(0, ROWS).map(row -> row / 16 * 16).toArray();
        var repeatedScore = IntStream.of(few).mapToDouble(row -> score[row]).toArray();
        var repeatedLost = new boolean[ROWS];
        IntStream.range(0, ROWS).forEach(row -> repeatedLost[row] = lost[few[row]]);

        var together = new Resampling(repeatedScore, repeatedLost, customersOf(16));
        var apart = new Resampling(repeatedScore, repeatedLost, customersOf(1));

        assertThat(width(together.brier())).isGreaterThan(3 * width(apart.brier()));
        assertThat(width(together.lift())).isGreaterThan(2 * width(apart.lift()));
    }
}
