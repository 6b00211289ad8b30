package tenure.query.churnrisk.statistics.learning;

/** A logistic line over one column. */
public record OneWeight(double weight, double constant) {

    /** Keeps the weight finite where the column tells lost from retained perfectly. */
    private static final double PENALTY = 1;

    /** The most likely line, drawn a little to the flat one. */
    public static OneWeight of(double[] column, boolean[] lost) {
        var weights = PenalisedLogistic.fit(column, 1, lost, PENALTY, new boolean[1]);
        return new OneWeight(weights[0], weights[1]);
    }
}
