package tenure.query.churnrisk.statistics.drivers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tenure.query.churnrisk.statistics.Observations;
import tenure.query.churnrisk.statistics.measures.Ascending;
import tenure.query.churnrisk.statistics.measures.Auc;
import tenure.query.churnrisk.statistics.measures.Interval;

/**
 * How one signal goes with loss.
 *
 * @param column                    of the observations
 * @param rows                      in which it is there
 * @param missing                   rows in which it is not
 * @param auc                       above 0.5 where more of it goes with more loss
 * @param pValue                    how likely an AUC so far from 0.5 is when there is nothing but chance; customers, not
 *                                  rows, are counted
 * @param qValue                    the same with all signals in mind that were looked at, by Benjamini and Hochberg
 * @param retentionChangeOfOneSd    what one standard deviation more of it, from the mean on, changes in the share of
 *                                  customers that stay, such as -0.03
 * @param deciles                   of the signal, ascending; equal values are never torn apart, so there may be fewer
 */
public record Driver(
        String signal,
        int column,
        int rows,
        int missing,
        Auc auc,
        double pValue,
        double qValue,
        double retentionChangeOfOneSd,
        List<Decile> deciles) {

    private static final int DECILES = 10;

    /** Copies the list. */
    public Driver {
        deciles = List.copyOf(deciles);
    }

    static Optional<Driver> of(Observations all, int column) {
        var rows = all.where(row -> !Double.isNaN(all.value(row, column)));
        var values = rows.column(column);
        return Auc.of(values, rows.lost(), rows.customer())
                .map(auc -> new Driver(
                        all.signals().get(column).name(),
                        column,
                        rows.rows(),
                        all.rows() - rows.rows(),
                        auc,
                        auc.chance(),
                        auc.chance(),
                        RetentionSlope.of(values, rows.lost()),
                        deciles(values, rows.lost())));
    }

    Driver withQValue(double qValue) {
        return new Driver(signal, column, rows, missing, auc, pValue, qValue, retentionChangeOfOneSd, deciles);
    }

    /** How far from chance it ranks losses, either way. */
    double strength() {
        return Math.abs(auc.value() - 0.5);
    }

    private static List<Decile> deciles(double[] values, boolean[] lost) {
        var order = Ascending.order(values);
        var deciles = new ArrayList<Decile>();
        for (var span : Ascending.bins(order, values, DECILES)) {
            var rows = span.to() - span.from();
            var losses = (int) IntStream.range(span.from(), span.to())
                    .filter(index -> lost[order[index]])
                    .count();
            var sum = 0.0;
            for (var index = span.from(); index < span.to(); index++) {
                sum += values[order[index]];
            }
            deciles.add(new Decile(
                    values[order[span.from()]],
                    values[order[span.to() - 1]],
                    sum / rows,
                    rows,
                    losses,
                    (double) losses / rows,
                    Interval.wilson(losses, rows)));
        }
        return deciles;
    }

    /**
     * About a tenth of the rows.
     *
     * @param least    value in it
     * @param most     value in it
     * @param rate     lost ÷ rows
     * @param interval of the rate, by Wilson
     */
    public record Decile(double least, double most, double mean, int rows, int lost, double rate, Interval interval) {}
}
