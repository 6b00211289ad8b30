package tenure.query.churnrisk.statistics.measures;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How often the score of one who was lost is above that of one who was not; equal scores count half. The interval is that
 * of DeLong with the rows of a customer taken together (Obuchowski 1997), on the scale of log-odds, so that many rows of few
 * customers do not look like many customers.
 *
 * @param value         0.5 is chance, 1 is perfect
 * @param standardError of the value
 * @param interval      95 %
 * @param pairs         pairs of a lost and a retained row that were compared
 */
public record Auc(double value, double standardError, Interval interval, long pairs) {

    /** Compares all rows with each other; empty when all are lost or none is. */
    public static Optional<Auc> of(double[] score, boolean[] lost, int[] customer) {
        return within(new int[score.length], score, lost, customer);
    }

    /** Compares only rows of the same stratum; empty when no stratum has a lost and a retained row. */
    public static Optional<Auc> within(int[] stratum, double[] score, boolean[] lost, int[] customer) {
        var order = IntStream.range(0, score.length)
                .boxed()
                .sorted((one, other) -> stratum[one] == stratum[other]
                        ? Double.compare(score[one], score[other])
                        : Integer.compare(stratum[one], stratum[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        var won = new double[score.length];
        var compared = new long[score.length];
        var pairs = 0L;
        for (int from = 0, to; from < order.length; from = to) {
            to = from;
            while (to < order.length && stratum[order[to]] == stratum[order[from]]) {
                to++;
            }
            pairs += compare(Arrays.copyOfRange(order, from, to), score, lost, won, compared);
        }
        return pairs == 0 ? Optional.empty() : Optional.of(summary(lost, customer, won, compared, pairs));
    }

    /** Counts, for each row of a stratum that is sorted by score, how many of the other kind it stands right to. */
    private static long compare(int[] order, double[] score, boolean[] lost, double[] won, long[] compared) {
        var losses = IntStream.of(order).filter(row -> lost[row]).count();
        var retained = order.length - losses;
        var lostBelow = 0L;
        var retainedBelow = 0L;
        for (int from = 0, to; from < order.length; from = to) {
            var lostHere = 0L;
            to = from;
            while (to < order.length && Double.compare(score[order[to]], score[order[from]]) == 0) {
                lostHere += lost[order[to]] ? 1 : 0;
                to++;
            }
            var retainedHere = to - from - lostHere;
            for (var index = from; index < to; index++) {
                var row = order[index];
                compared[row] = lost[row] ? retained : losses;
                won[row] =
                        lost[row] ? retainedBelow + retainedHere / 2.0 : losses - lostBelow - lostHere + lostHere / 2.0;
            }
            lostBelow += lostHere;
            retainedBelow += retainedHere;
        }
        return losses * retained;
    }

    private static Auc summary(boolean[] lost, int[] customer, double[] won, long[] compared, long pairs) {
        var wins = 0.0;
        for (var row = 0; row < lost.length; row++) {
            wins += lost[row] ? won[row] : 0;
        }
        var value = wins / pairs;
        var index = new HashMap<Integer, Integer>();
        var influence = new double[lost.length];
        for (var row = 0; row < lost.length; row++) {
            var group = index.computeIfAbsent(customer[row], _ -> index.size());
            influence[group] += (won[row] - value * compared[row]) / pairs;
        }
        var squares = 0.0;
        for (var group = 0; group < index.size(); group++) {
            squares += influence[group] * influence[group];
        }
        var error = Math.sqrt(squares * index.size() / Math.max(1, index.size() - 1));
        return new Auc(value, error, interval(value, error), pairs);
    }

    private static Interval interval(double value, double error) {
        if (value <= 0 || value >= 1) {
            return new Interval(value, value);
        }
        var odds = StrictMath.log(value / (1 - value));
        var reach = Interval.Z * error / (value * (1 - value));
        return new Interval(share(odds - reach), share(odds + reach));
    }

    private static double share(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** How likely a value so far from chance is when there is nothing but chance. */
    public double chance() {
        return standardError == 0 ? (value == 0.5 ? 1 : 0) : Normal.twoSided((value - 0.5) / standardError);
    }
}
