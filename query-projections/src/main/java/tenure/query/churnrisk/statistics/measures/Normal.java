package tenure.query.churnrisk.statistics.measures;

/** The standard normal distribution. */
public final class Normal {

    /** Of a Chebyshev series of erfc with a relative error below 1.2e-7, highest power first. Source: Numerical Recipes, erfcc. */
    private static final double[] SERIES = {
        0.17087277,
        -0.82215223,
        1.48851587,
        -1.13520398,
        0.27886807,
        -0.18628806,
        0.09678418,
        0.37409196,
        1.00002368,
        -1.26551223
    };

    private Normal() {}

    /** How likely it is to be so far from 0, to either side. */
    public static double twoSided(double z) {
        var distance = Math.abs(z) / Math.sqrt(2);
        var t = 1 / (1 + distance / 2);
        var sum = 0.0;
        for (var coefficient : SERIES) {
            sum = sum * t + coefficient;
        }
        return Math.min(1, t * StrictMath.exp(-distance * distance + sum));
    }
}
