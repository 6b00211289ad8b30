package tenure.query.churnrisk.statistics.measures;

import java.util.List;

/**
 * How much work flags make, and how much of it was called for.
 *
 * @param raised         flags that went up
 * @param weeks          for how long customers were watched, from the first day of any to the last of any
 * @param perWeekAndCsm  raised ÷ weeks ÷ customer-success managers; NaN when there is nothing to divide by
 * @param known          raised flags whose horizon is over, or whose customer was lost within it
 * @param followedByLoss those of them whose customer was lost within the horizon
 * @param precision      followedByLoss ÷ known; NaN when none is known
 */
public record AlertLoad(
        long raised,
        double weeks,
        double perWeekAndCsm,
        long known,
        long followedByLoss,
        double precision,
        Interval interval) {

    private static final double DAYS_PER_WEEK = 7;

    /** Over customers that were watched, up to a day, under one threshold. */
    public static AlertLoad of(List<Watch> watches, int horizonDays, int csms, int today) {
        var first = Integer.MAX_VALUE;
        var last = Integer.MIN_VALUE;
        long raised = 0;
        long known = 0;
        long followed = 0;
        for (var watch : watches) {
            if (watch.days() > 0) {
                first = Math.min(first, watch.firstDay());
                last = Math.max(last, watch.firstDay() + watch.days());
            }
            for (var index = 0; index < watch.days(); index++) {
                if (watch.flagged()[index] && (index == 0 || !watch.flagged()[index - 1])) {
                    var day = watch.firstDay() + index;
                    var lost = watch.lostOn() != null && watch.lostOn() - day <= horizonDays;
                    raised++;
                    known += lost || day + horizonDays <= today ? 1 : 0;
                    followed += lost ? 1 : 0;
                }
            }
        }
        var weeks = last > first ? (last - first) / DAYS_PER_WEEK : 0;
        return new AlertLoad(
                raised,
                weeks,
                weeks == 0 || csms == 0 ? Double.NaN : raised / weeks / csms,
                known,
                followed,
                known == 0 ? Double.NaN : (double) followed / known,
                Interval.wilson(followed, known));
    }
}
