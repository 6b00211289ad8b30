package tenure.query.churnrisk.statistics.measures;

import java.util.ArrayList;
import java.util.List;

/** What was said against what came, in bins of about equal size. */
public record Reliability(List<ReliabilityBin> bins) {
    /** Copies the list. */
    public Reliability {
        bins = List.copyOf(bins);
    }

    /** From the least to the greatest probability; equal ones are never torn apart, so there may be fewer bins. */
    public static Reliability of(double[] probability, boolean[] lost, int bins) {
        var order = Ascending.order(probability);
        var found = new ArrayList<ReliabilityBin>();
        for (var edges : Ascending.bins(order, probability, bins)) {
            var sum = 0.0;
            var losses = 0;
            for (var index = edges.from(); index < edges.to(); index++) {
                sum += probability[order[index]];
                losses += lost[order[index]] ? 1 : 0;
            }
            var rows = edges.to() - edges.from();
            found.add(new ReliabilityBin(
                    probability[order[edges.from()]],
                    probability[order[edges.to() - 1]],
                    sum / rows,
                    rows,
                    losses,
                    (double) losses / rows,
                    Interval.wilson(losses, rows)));
        }
        return new Reliability(found);
    }

    /**
     * A bin.
     *
     * @param least    least probability in it
     * @param most     greatest probability in it
     * @param said     mean probability
     * @param came     lost ÷ rows
     * @param interval of what came, by Wilson, as if the rows were independent
     */
    public record ReliabilityBin(
            double least, double most, double said, int rows, int lost, double came, Interval interval) {}
}
