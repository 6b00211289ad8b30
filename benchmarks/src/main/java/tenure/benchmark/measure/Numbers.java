package tenure.benchmark.measure;

import java.util.Collection;

/** Medians and other quantiles of what was measured. */
public final class Numbers {

    private Numbers() {}

    /** The value in the middle. */
    public static double median(Collection<Double> values) {
        return quantile(values, 0.5);
    }

    /**
     * The value below which a share of all lies.
     *
     * @param share from 0 to 1
     */
    public static double quantile(Collection<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
    }
}
