package tenure.query.churnrisk.statistics.measures;

import java.util.Arrays;
import java.util.HashMap;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Intervals of figures that have no simple formula, by a bootstrap: as many customers as there are, are drawn with
 * replacement 1,000 times, each with all of its rows, so that many rows of few customers do not look like many customers
 * (Davison and Hinkley 1997, section 3.8); the interval is between the 2.5 % and the 97.5 % percentile of the figure. The
 * seed is fixed, so that the same rows have the same interval.
 */
public final class Resampling {

    private static final int DRAWS = 1_000;
    private static final long SEED = 20_240_229;
    private static final double TAIL = 0.025;

    private final double[] score;
    private final boolean[] lost;
    private final int[] group;
    private final int groups;
    /** Rows with the greatest score first. */
    private final int[] order;

    /** Of at least one row; customers are numbered in the order in which they come. */
    public Resampling(double[] score, boolean[] lost, int[] customer) {
        this.score = score;
        this.lost = lost;
        var numbers = new HashMap<Integer, Integer>();
        group = Arrays.stream(customer)
                .map(id -> numbers.computeIfAbsent(id, _ -> numbers.size()))
                .toArray();
        groups = numbers.size();
        order = IntStream.range(0, score.length)
                .boxed()
                .sorted((one, other) -> Double.compare(score[other], score[one]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Of {@link Lift#ofTopTenth}. Draws without a loss have a lift of 1. */
    public Interval lift() {
        return interval(this::lift);
    }

    /** Of {@link Brier#score()}. */
    public Interval brier() {
        return interval(this::brier);
    }

    private Interval interval(ToDoubleFunction<int[]> figure) {
        var random = new SplittableRandom(SEED);
        var drawn = new double[DRAWS];
        var times = new int[groups];
        for (var draw = 0; draw < DRAWS; draw++) {
            Arrays.fill(times, 0);
            for (var customer = 0; customer < groups; customer++) {
                times[random.nextInt(groups)]++;
            }
            drawn[draw] = figure.applyAsDouble(times);
        }
        Arrays.sort(drawn);
        var cut = (int) (DRAWS * TAIL);
        return new Interval(drawn[cut], drawn[DRAWS - 1 - cut]);
    }

    private double brier(int[] times) {
        var sum = 0.0;
        var rows = 0L;
        for (var row = 0; row < score.length; row++) {
            var miss = score[row] - (lost[row] ? 1 : 0);
            sum += times[group[row]] * miss * miss;
            rows += times[group[row]];
        }
        return sum / rows;
    }

    private double lift(int[] times) {
        var rows = 0L;
        var losses = 0L;
        for (var row = 0; row < score.length; row++) {
            rows += times[group[row]];
            losses += lost[row] ? times[group[row]] : 0;
        }
        if (losses == 0) {
            return 1;
        }
        var tenth = rows / 10.0;
        return lostAmong(tenth, times) / tenth / ((double) losses / rows);
    }

    /** Losses among the rows with the greatest scores; where the edge falls among equal scores, they count in part. */
    private double lostAmong(double wanted, int[] times) {
        var above = 0L;
        var lostAbove = 0L;
        for (int from = 0, to; from < order.length; from = to) {
            var at = 0L;
            var lostAt = 0L;
            for (to = from; to < order.length && score[order[to]] == score[order[from]]; to++) {
                var here = times[group[order[to]]];
                at += here;
                lostAt += lost[order[to]] ? here : 0;
            }
            if (above + at >= wanted) {
                return at == 0 ? lostAbove : lostAbove + (wanted - above) * lostAt / at;
            }
            above += at;
            lostAbove += lostAt;
        }
        return lostAbove;
    }
}
