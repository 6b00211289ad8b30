package tenure.query.churnrisk.statistics.measures;

/** Where a figure lies with 95 % confidence, both ends included. */
public record Interval(double from, double to) {

    /** Two-sided 95 % of the normal distribution. */
    static final double Z = 1.959963984540054;

    /** Of a share, by Wilson; from 0 to 1 when there is nothing to divide by. */
    public static Interval wilson(long of, long among) {
        if (among == 0) {
            return new Interval(0, 1);
        }
        var share = (double) of / among;
        var square = Z * Z;
        var middle = share + square / (2 * among);
        var reach = Z * Math.sqrt(share * (1 - share) / among + square / (4.0 * among * among));
        var scale = 1 + square / among;
        return new Interval(Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale));
    }

    /** Whether the value is in it. */
    public boolean includes(double value) {
        return from <= value && value <= to;
    }
}
