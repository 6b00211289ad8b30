package tenure.query.churnrisk.statistics.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenure.query.churnrisk.statistics.Direction.FREE;
import static tenure.query.churnrisk.statistics.Direction.MORE_IS_RISKIER;
import static tenure.query.churnrisk.statistics.Direction.MORE_IS_SAFER;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenure.query.churnrisk.statistics.learning.Curve.Bend;
import tenure.query.churnrisk.statistics.learning.LearnedModel.Effect;

class ScorerTest {

    private static final LearnedModel MODEL = new LearnedModel(
            60,
            -3_000_000,
            new Curve(List.of(new Bend(0, 400_000), new Bend(100, -100_000)), false),
            List.of(
                    new Effect("silence", MORE_IS_RISKIER, line(0, -500_000, 10, 500_000), 250_000),
                    new Effect("use", MORE_IS_SAFER, steps(), 0),
                    new Effect("seats", FREE, Curve.NOTHING, 0)));

    private final Scorer scorer = new Scorer(MODEL, List.of("use", "silence"));

    @Test
    void addsUpExactlyWhatTheSignalsTheAgeAndTheBaseAdd() {
        var random = new SplittableRandom(3);
        var parts = new long[5];
        for (var row = 0; row < 10_000; row++) {
            var values = new double[] {
                random.nextDouble(-5, 30), random.nextInt(4) == 0 ? Double.NaN : random.nextDouble(-5, 15)
            };
            scorer.contributions(values, 0, row % 200, parts);

            assertThat(scorer.microLogOdds(values, 0, row % 200))
                    .isEqualTo(Arrays.stream(parts).sum());
        }
    }

    @Test
    void runsStraightFromBendToBendAndStaysOutsideOfThem() {
        assertThat(silence(-1)).isEqualTo(-500_000);
        assertThat(silence(2.5)).isEqualTo(-250_000);
        assertThat(silence(10)).isEqualTo(500_000);
        assertThat(silence(1e9)).isEqualTo(500_000);
    }

    @Test
    void jumpsAtSteps() {
        assertThat(use(-1)).isEqualTo(300_000);
        assertThat(use(4.99)).isEqualTo(300_000);
        assertThat(use(5)).isEqualTo(-50_000);
        assertThat(use(50)).isEqualTo(-200_000);
    }

    @Test
    void takesAMissingNumberForMissingAndASignalWithoutColumnToo() {
        assertThat(silence(Double.NaN)).isEqualTo(250_000);
        assertThat(new Scorer(MODEL, List.of("use")).microLogOdds(new double[] {5}, 0, 0))
                .isEqualTo(-3_000_000 + 400_000 + 250_000 - 50_000);
    }

    @Test
    void readsRowsThatLieOneAfterTheOther() {
        var probabilities = new double[2];
        scorer.probabilities(new double[] {5, 10, 5, 0}, 2, new int[] {0, 100}, probabilities);

        assertThat(probabilities[0]).isCloseTo(1 / (1 + Math.exp(2.15)), within(1e-12));
        assertThat(probabilities[1]).isCloseTo(1 / (1 + Math.exp(3.65)), within(1e-12));
    }

    @Test
    void makesNoObjects() {
        var rows = 10_000;
        var values = new SplittableRandom(1).doubles(2L * rows).toArray();
        var tenure = new int[rows];
        var probabilities = new double[rows];
        scorer.probabilities(values, 2, tenure, probabilities);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        scorer.probabilities(values, 2, tenure, probabilities);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(rows);
    }

    private long silence(double value) {
        return part(new double[] {0, value}, 0);
    }

    private long use(double value) {
        return part(new double[] {value, 0}, 1);
    }

    private long part(double[] values, int signal) {
        var parts = new long[5];
        scorer.contributions(values, 0, 0, parts);
        return parts[signal];
    }

    private static Curve line(double from, long low, double to, long high) {
        return new Curve(List.of(new Bend(from, low), new Bend(to, high)), false);
    }

    private static Curve steps() {
        return new Curve(List.of(new Bend(0, 300_000), new Bend(5, -50_000), new Bend(20, -200_000)), true);
    }
}
