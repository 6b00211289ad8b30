package tenure.query.churnrisk.statistics.drivers;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.statistics.measures.Interval;

/**
 * How customers that were worked on fared against customers that were not, but looked the same.
 *
 * @param treated         different customers with an intervention
 * @param matched         those of them for whom a customer without one was found
 * @param lossRateTreated of the matched ones
 * @param lossRateOthers  of the customers they were matched with
 * @param difference      lossRateTreated - lossRateOthers: below 0 where fewer were lost of those worked on
 * @param interval        of the difference: 95 %, by drawing the pairs anew; null with fewer than 10 pairs
 * @param note            how to read it; to be shown with it
 */
public record InterventionEffect(
        int treated,
        int matched,
        double lossRateTreated,
        double lossRateOthers,
        double difference,
        @Nullable Interval interval,
        String note) {

    private static final int LEAST_PAIRS = 10;
    private static final int DRAWS = 2_000;

    private static final String TOO_FEW = " With fewer than 10 pairs no interval can be given.";

    /**
     * Matches the customers and compares them.
     *
     * @param treated customers at their first intervention, one row each
     * @param others  rows of customers that had no intervention within the horizon
     * @param seed    of the draws
     */
    public static InterventionEffect of(List<Case> treated, List<Case> others, Calipers calipers, long seed) {
        var pairs = Pairs.of(treated, others, calipers);
        var count = pairs.size();
        var note = note(count, treated.size());
        var lostTreated = pairs.stream().filter(pair -> pair.treated().lost()).count();
        var lostOthers = pairs.stream().filter(pair -> pair.other().lost()).count();
        var rateTreated = count == 0 ? Double.NaN : (double) lostTreated / count;
        var rateOthers = count == 0 ? Double.NaN : (double) lostOthers / count;
        var enough = count >= LEAST_PAIRS;
        return new InterventionEffect(
                treated.size(),
                count,
                rateTreated,
                rateOthers,
                count == 0 ? Double.NaN : (double) (lostTreated - lostOthers) / count,
                enough ? drawn(pairs, seed) : null,
                enough ? note : note + TOO_FEW);
    }

    private static String note(int matched, int treated) {
        return ("This is not causal: customers were not worked on by lot, so what made somebody call may also be what made them"
                        + " stay or leave. Compared are %d of %d customers, each with one that had no intervention and a like"
                        + " risk, age and day.")
                .formatted(matched, treated);
    }

    private static Interval drawn(List<Pairs.Pair> pairs, long seed) {
        var random = new SplittableRandom(seed);
        var difference = pairs.stream().mapToInt(Pairs.Pair::difference).toArray();
        var means = new double[DRAWS];
        for (var draw = 0; draw < DRAWS; draw++) {
            var sum = 0L;
            for (var pair = 0; pair < difference.length; pair++) {
                sum += difference[random.nextInt(difference.length)];
            }
            means[draw] = (double) sum / difference.length;
        }
        Arrays.sort(means);
        return new Interval(means[DRAWS * 25 / 1_000], means[DRAWS * 975 / 1_000 - 1]);
    }

    /**
     * A customer on a day.
     *
     * @param customer any number that names it
     * @param day      counted from 1970-01-01
     * @param logOdds  of loss, as they were held before the intervention
     * @param lost     whether it was lost within the horizon after the day
     */
    public record Case(int customer, int day, double logOdds, int tenureDays, boolean lost) {}

    /**
     * How far apart two may be that are compared.
     *
     * @param logOdds     of loss
     * @param tenureShare difference in tenure ÷ the greater tenure plus 30 days
     * @param days        between the two days
     */
    public record Calipers(double logOdds, double tenureShare, int days) {
        /** About a fifth of the usual spread of log-odds; ages within a quarter; the same month. */
        public static final Calipers DEFAULT = new Calipers(0.2, 0.25, 31);
    }
}
