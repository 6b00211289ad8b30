package tenure.query.churnrisk.statistics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The values that the definitions of the figures work out. */
class WorkedValuesTest {

    @Test
    void fourOfFiveLossesInTheRiskiestTenOfAHundredAreALiftOfEight() {
        var score = IntStream.range(0, 100).mapToDouble(row -> row).toArray();
        var lost = new boolean[100];
        for (var row : new int[] {3, 90, 93, 96, 99}) {
            lost[row] = true;
        }

        assertThat(Lift.ofTopTenth(score, lost)).isCloseTo(8, within(1e-12));
    }

    @Test
    void fewerThanTenDifferentScoresAreALiftOfOne() {
        var score = IntStream.range(0, 100).mapToDouble(row -> row % 9).toArray();
        var lost = new boolean[100];
        lost[8] = true;

        assertThat(Lift.ofTopTenth(score, lost)).isEqualTo(1);
    }

    @Test
    void equalScoresAtTheEdgeOfTheTenthCountInPart() {
        var score =
                IntStream.range(0, 100).mapToDouble(row -> Math.min(row, 80)).toArray();
        var lost = new boolean[100];
        Arrays.fill(lost, 80, 100, true);

        assertThat(Lift.ofTopTenth(score, lost)).isCloseTo(5, within(1e-12));
    }

    @Test
    void theBrierScoreOfSixIsAsWorkedOut() {
        var brier =
                Brier.of(new double[] {.1, .1, .4, .4, .8, .8}, new boolean[] {false, false, false, true, true, true});

        assertThat(brier.score()).isCloseTo(0.1033, within(0.00005));
        assertThat(brier.ofConstantRate()).isEqualTo(0.25);
        assertThat(brier.beatsConstantRate()).isTrue();
    }

    @Test
    void threeOfTwelveLieBetween8point9And53point2Percent() {
        assertThat(Interval.wilson(3, 12).from()).isCloseTo(0.089, within(0.0005));
        assertThat(Interval.wilson(3, 12).to()).isCloseTo(0.532, within(0.0005));
    }

    @Test
    void thirtyOfAHundredAndTwentyLieBetween18point1And33point4Percent() {
        assertThat(Interval.wilson(30, 120).from()).isCloseTo(0.181, within(0.0005));
        assertThat(Interval.wilson(30, 120).to()).isCloseTo(0.334, within(0.0005));
    }

    @Test
    void nothingOfNothingLiesAnywhere() {
        assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void theNormalDistributionIsRight() {
        assertThat(Normal.twoSided(1.959963984540054)).isCloseTo(0.05, within(1e-7));
        assertThat(Normal.twoSided(-3)).isCloseTo(0.0026997961, within(1e-8));
        assertThat(Normal.twoSided(0)).isCloseTo(1, within(1e-6));
    }

    @Test
    void theReliabilityCurveHasBinsOfEqualSizeAndLeavesEqualProbabilitiesTogether() {
        var curve = Reliability.of(
                new double[] {.5, .1, .1, .1, .3, .4, .2, .6},
                new boolean[] {true, false, true, false, false, true, false, true},
                4);

        assertThat(curve.bins()).extracting(Reliability.ReliabilityBin::rows).containsExactly(3, 1, 2, 2);
        assertThat(curve.bins()).extracting(Reliability.ReliabilityBin::lost).containsExactly(1, 0, 1, 2);
        assertThat(curve.bins().getFirst().said()).isCloseTo(0.1, within(1e-12));
        assertThat(curve.bins().getFirst().interval()).isEqualTo(Interval.wilson(1, 3));
    }
}
