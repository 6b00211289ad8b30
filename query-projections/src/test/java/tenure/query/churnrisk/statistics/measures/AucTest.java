package tenure.query.churnrisk.statistics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AucTest {

    @Test
    void countsEqualScoresHalf() {
        var auc = Auc.of(new double[] {1, 2, 2, 3}, new boolean[] {false, true, false, true}, new int[] {1, 2, 3, 4});

        assertThat(auc.orElseThrow().value()).isEqualTo(3.5 / 4);
        assertThat(auc.orElseThrow().pairs()).isEqualTo(4);
    }

    @Test
    void isWhatComparingEachWithEachGives() {
        var random = new SplittableRandom(7);
        var score = random.doubles(200).map(each -> Math.floor(each * 20)).toArray();
        var lost = labels(random, 200, 0.3);
        var stratum = random.ints(200, 0, 4).toArray();
        var customer = IntStream.range(0, 200).toArray();

        assertThat(Auc.within(stratum, score, lost, customer).orElseThrow().value())
                .isCloseTo(naive(stratum, score, lost), within(1e-12));
        assertThat(Auc.of(score, lost, customer).orElseThrow().value())
                .isCloseTo(naive(new int[200], score, lost), within(1e-12));
    }

    @Test
    void isNotThereWhenAllAreLost() {
        assertThat(Auc.of(new double[] {1, 2}, new boolean[] {true, true}, new int[] {1, 2}))
                .isEmpty();
    }

    /** Of the figures of 400 worlds without signal, 95 % must lie within the interval, although each customer comes ten times. */
    @Test
    void hasAnIntervalThatKnowsThatRowsOfACustomerAreAlike() {
        var covered = 0;
        var coveredWithoutCustomers = 0;
        for (var seed = 0; seed < 400; seed++) {
            var random = new SplittableRandom(seed);
            var score = new double[2_000];
            var lost = new boolean[2_000];
            var customer = new int[2_000];
            for (var of = 0; of < 200; of++) {
                var usual = random.nextGaussian();
                var leaves = random.nextInt(5) == 0;
                for (var row = 10 * of; row < 10 * of + 10; row++) {
                    score[row] = usual + 0.3 * random.nextGaussian();
                    lost[row] = leaves;
                    customer[row] = of;
                }
            }
            covered += includesChance(score, lost, customer);
            coveredWithoutCustomers +=
                    includesChance(score, lost, IntStream.range(0, 2_000).toArray());
        }

        assertThat(covered).isBetween(368, 392);
        assertThat(coveredWithoutCustomers).isLessThan(250);
    }

    private static int includesChance(double[] score, boolean[] lost, int[] customer) {
        return Auc.of(score, lost, customer).orElseThrow().interval().includes(0.5) ? 1 : 0;
    }

    private static double naive(int[] stratum, double[] score, boolean[] lost) {
        var wins = 0.0;
        var pairs = 0;
        for (var one = 0; one < score.length; one++) {
            for (var other = 0; other < score.length; other++) {
                if (lost[one] && !lost[other] && stratum[one] == stratum[other]) {
                    pairs++;
                    wins += score[one] > score[other] ? 1 : score[one] == score[other] ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }

    private static boolean[] labels(SplittableRandom random, int rows, double rate) {
        var lost = new boolean[rows];
        Arrays.fill(lost, false);
        for (var row = 0; row < rows; row++) {
            lost[row] = random.nextDouble() < rate;
        }
        return lost;
    }
}
