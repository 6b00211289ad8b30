package tenure.query.churnrisk.statistics.measures;

/**
 * The mean square of the distance between a probability and what came: the smaller, the better.
 *
 * @param score          of the probabilities
 * @param ofConstantRate of the rate of all rows, said of each of them
 */
public record Brier(double score, double ofConstantRate) {

    /** Of at least one row. */
    public static Brier of(double[] probability, boolean[] lost) {
        var sum = 0.0;
        var losses = 0L;
        for (var row = 0; row < lost.length; row++) {
            var miss = probability[row] - (lost[row] ? 1 : 0);
            sum += miss * miss;
            losses += lost[row] ? 1 : 0;
        }
        var rate = (double) losses / lost.length;
        return new Brier(sum / lost.length, rate * (1 - rate));
    }

    /** Whether the probabilities say more than the rate alone. */
    public boolean beatsConstantRate() {
        return score < ofConstantRate;
    }
}
