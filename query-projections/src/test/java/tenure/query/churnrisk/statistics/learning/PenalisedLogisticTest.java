package tenure.query.churnrisk.statistics.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PenalisedLogisticTest {

    private static final int ROWS = 4_000;

    private final double[] x = new double[2 * ROWS];
    private final boolean[] lost = new boolean[ROWS];

    PenalisedLogisticTest() {
        var random = new SplittableRandom(11);
        for (var row = 0; row < ROWS; row++) {
            x[2 * row] = random.nextGaussian();
            x[2 * row + 1] = random.nextGaussian();
            lost[row] = random.nextDouble() < 1 / (1 + Math.exp(2 - x[2 * row] + 0.5 * x[2 * row + 1]));
        }
    }

    @Test
    void findsTheWeightsThatMadeTheLosses() {
        var weights = fit(1, false);

        assertThat(weights[0]).isCloseTo(1, within(0.15));
        assertThat(weights[1]).isCloseTo(-0.5, within(0.15));
        assertThat(weights[2]).isCloseTo(-2, within(0.15));
    }

    @Test
    void endsWhereTheSlopeOfTheLossIsNothing() {
        var weights = fit(3, false);
        var slope = new double[] {3 * weights[0], 3 * weights[1], 0};
        for (var row = 0; row < ROWS; row++) {
            var odds = weights[0] * x[2 * row] + weights[1] * x[2 * row + 1] + weights[2];
            var miss = 1 / (1 + Math.exp(-odds)) - (lost[row] ? 1 : 0);
            slope[0] += miss * x[2 * row];
            slope[1] += miss * x[2 * row + 1];
            slope[2] += miss;
        }

        assertThat(slope).containsExactly(new double[] {0, 0, 0}, within(0.05));
    }

    @Test
    void keepsABoundedWeightAtNothingWhenItWouldFallBelow() {
        assertThat(fit(1, true)[1]).isZero();
        assertThat(fit(1, true)[0]).isGreaterThan(0.8);
    }

    @Test
    void drawsWeightsToNothingTheMoreTheHigherThePenalty() {
        assertThat(fit(1_000, false)[0]).isLessThan(fit(1, false)[0] / 2).isPositive();
    }

    @Test
    void staysFiniteWhereAColumnTellsThemApart() {
        var column = new double[] {-1, -1, 1, 1};
        var weights = PenalisedLogistic.fit(column, 1, new boolean[] {false, false, true, true}, 1, new boolean[1]);

        assertThat(weights[0]).isBetween(0.5, 5.0);
    }

    private double[] fit(double penalty, boolean bounded) {
        return PenalisedLogistic.fit(x, 2, lost, penalty, new boolean[] {bounded, bounded});
    }
}
