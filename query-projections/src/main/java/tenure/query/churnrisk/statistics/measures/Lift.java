package tenure.query.churnrisk.statistics.measures;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How much more often those in the riskiest tenth are lost than all. */
public final class Lift {

    /** With fewer different scores there is no tenth to speak of. */
    private static final int LEAST_SCORES = 10;

    private Lift() {}

    /**
     * Rate of loss in the riskiest tenth ÷ rate of loss of all. Where the edge of the tenth falls among equal scores, they
     * count in part. 1 when there are fewer than 10 different scores, or no loss.
     */
    public static double ofTopTenth(double[] score, boolean[] lost) {
        var losses = IntStream.range(0, lost.length).filter(row -> lost[row]).count();
        if (losses == 0 || !hasTenth(score)) {
            return 1;
        }
        var tenth = score.length / 10.0;
        var sorted = score.clone();
        Arrays.sort(sorted);
        var edge = sorted[Math.max(0, sorted.length - (int) Math.ceil(tenth))];
        long above = 0;
        long lostAbove = 0;
        long at = 0;
        long lostAt = 0;
        for (var row = 0; row < score.length; row++) {
            if (score[row] > edge) {
                above++;
                lostAbove += lost[row] ? 1 : 0;
            } else if (score[row] == edge) {
                at++;
                lostAt += lost[row] ? 1 : 0;
            }
        }
        var lostInTenth = lostAbove + (tenth - above) * lostAt / at;
        return (lostInTenth / tenth) / ((double) losses / lost.length);
    }

    /** Whether the scores differ enough for there to be a riskiest tenth. */
    public static boolean hasTenth(double[] score) {
        return Arrays.stream(score).distinct().limit(LEAST_SCORES).count() == LEAST_SCORES;
    }
}
