package tenure.query.churnrisk.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Columns that say much the same, by their correlation. */
public final class Clusters {

    private Clusters() {}

    /**
     * Joins, again and again, the two clusters with the greatest mean correlation between their columns, as long as it is at
     * least so great. Of equal ones the first are joined.
     *
     * @param columns with NaN where there is no data
     * @param either  whether columns that run against each other are alike too
     * @return the numbers of the columns, ascending, clusters by their first column
     */
    public static List<int[]> alike(double[][] columns, double least, boolean either) {
        var correlations = correlations(columns, either);
        var clusters = new ArrayList<List<Integer>>();
        for (var column = 0; column < columns.length; column++) {
            clusters.add(List.of(column));
        }
        while (true) {
            var best = least;
            var first = -1;
            var second = -1;
            for (var one = 0; one < clusters.size(); one++) {
                for (var other = one + 1; other < clusters.size(); other++) {
                    var mean = mean(correlations, clusters.get(one), clusters.get(other));
                    if (mean > best || (first < 0 && mean >= best)) {
                        best = mean;
                        first = one;
                        second = other;
                    }
                }
            }
            if (first < 0) {
                return clusters.stream()
                        .map(cluster -> cluster.stream()
                                .mapToInt(Integer::intValue)
                                .sorted()
                                .toArray())
                        .toList();
            }
            var joined = Stream.concat(clusters.get(first).stream(), clusters.remove(second).stream());
            clusters.set(first, joined.toList());
        }
    }

    private static double mean(double[][] correlations, List<Integer> one, List<Integer> other) {
        var sum = 0.0;
        for (var left : one) {
            for (var right : other) {
                sum += correlations[left][right];
            }
        }
        return sum / (one.size() * other.size());
    }

    private static double[][] correlations(double[][] columns, boolean either) {
        var correlations = new double[columns.length][columns.length];
        for (var one = 0; one < columns.length; one++) {
            for (var other = 0; other < one; other++) {
                var value = correlation(columns[one], columns[other]);
                correlations[one][other] = either ? Math.abs(value) : value;
                correlations[other][one] = correlations[one][other];
            }
        }
        return correlations;
    }

    /** By Pearson, over the rows where both are there; 0 when one of them is the same everywhere. */
    public static double correlation(double[] one, double[] other) {
        var rows = 0;
        var sumOne = 0.0;
        var sumOther = 0.0;
        for (var row = 0; row < one.length; row++) {
            if (!Double.isNaN(one[row]) && !Double.isNaN(other[row])) {
                rows++;
                sumOne += one[row];
                sumOther += other[row];
            }
        }
        var both = 0.0;
        var squareOne = 0.0;
        var squareOther = 0.0;
        for (var row = 0; row < one.length; row++) {
            if (!Double.isNaN(one[row]) && !Double.isNaN(other[row])) {
                var left = one[row] - sumOne / rows;
                var right = other[row] - sumOther / rows;
                both += left * right;
                squareOne += left * left;
                squareOther += right * right;
            }
        }
        return squareOne == 0 || squareOther == 0 ? 0 : both / Math.sqrt(squareOne * squareOther);
    }
}
