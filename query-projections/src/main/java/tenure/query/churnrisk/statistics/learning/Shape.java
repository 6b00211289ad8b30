package tenure.query.churnrisk.statistics.learning;

import java.util.Arrays;
import java.util.List;

/** What the effect of a signal may look like. */
enum Shape {

    /** Straight in the signal between its first and its last hundredth. */
    STRAIGHT {
        @Override
        List<Basis> of(double[] sorted) {
            var low = quantile(sorted, 0.01);
            var high = quantile(sorted, 0.99);
            if (low == high) {
                low = sorted[0];
                high = sorted[sorted.length - 1];
            }
            return low == high
                    ? List.of()
                    : List.of(new Basis(new double[] {low, high}, new double[] {low, high}, false));
        }
    },

    /** Straight in the rank of the signal among the rows that were learned from. */
    RANKED {
        @Override
        List<Basis> of(double[] sorted) {
            var at = Arrays.stream(RANKS)
                    .map(share -> quantile(sorted, share))
                    .distinct()
                    .toArray();
            var rank = Arrays.stream(at).map(x -> rank(sorted, x)).toArray();
            return at.length < 2 ? List.of() : List.of(new Basis(at, rank, false));
        }
    },

    /** Up to four steps at the quarters of the signal. */
    STEPPED {
        @Override
        List<Basis> of(double[] sorted) {
            return Arrays.stream(QUARTERS)
                    .map(quarter -> quantile(sorted, quarter))
                    .map(cut -> cut > sorted[0] ? cut : next(sorted))
                    .filter(cut -> cut > sorted[0])
                    .distinct()
                    .mapToObj(cut -> new Basis(new double[] {sorted[0], cut}, new double[] {0, 1}, true))
                    .toList();
        }
    };

    private static final double[] RANKS = {0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1};
    private static final double[] QUARTERS = {0.25, 0.5, 0.75};

    /** The functions that are added up, each not falling; none when the signal says the same everywhere. */
    abstract List<Basis> of(double[] sorted);

    static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** Share of the values below, and half of those that are equal. */
    static double rank(double[] sorted, double x) {
        return (firstNotBelow(sorted, x) + firstNotBelow(sorted, Math.nextUp(x))) / 2.0 / sorted.length;
    }

    static int firstNotBelow(double[] sorted, double x) {
        var below = 0;
        var above = sorted.length;
        while (below < above) {
            var middle = (below + above) >>> 1;
            if (sorted[middle] < x) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return below;
    }

    /** The least value above the least. */
    static double next(double[] sorted) {
        return sorted[Math.min(firstNotBelow(sorted, Math.nextUp(sorted[0])), sorted.length - 1)];
    }
}
