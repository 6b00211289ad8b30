package tenure.query.churnrisk.statistics.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows by their value, in bins of about equal size. */
public final class Ascending {

    private Ascending() {}

    /** The rows that have a value, from the least to the greatest; equal ones in the order of the rows. */
    public static int[] order(double[] value) {
        return IntStream.range(0, value.length)
                .filter(row -> !Double.isNaN(value[row]))
                .boxed()
                .sorted((one, other) -> Double.compare(value[one], value[other]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Cuts the order into at most so many bins; equal values are never torn apart. */
    public static List<Span> bins(int[] order, double[] value, int bins) {
        var spans = new ArrayList<Span>();
        var from = 0;
        for (var bin = 1; bin <= bins; bin++) {
            var to = (int) ((long) order.length * bin / bins);
            while (to > from && to < order.length && value[order[to]] == value[order[to - 1]]) {
                to++;
            }
            if (to > from) {
                spans.add(new Span(from, to));
                from = to;
            }
        }
        return spans;
    }

    /** From one place in the order up to another, which is not in it. */
    public record Span(int from, int to) {}
}
