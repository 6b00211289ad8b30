package tenure.query.churnrisk.statistics.measures;

import java.util.ArrayList;
import java.util.List;

/**
 * How long before the loss flags were up, against how often they were up for those who stayed.
 *
 * @param points       for 0, 1, 2 … 365 days before the loss
 * @param retainedDays days on which customers that were not lost were watched
 * @param flaggedDays  those of them with a flag
 * @param retainedRate flaggedDays ÷ retainedDays; what the points have to beat
 */
public record LeadTime(List<LeadTimePoint> points, long retainedDays, long flaggedDays, double retainedRate) {

    private static final int MOST_DAYS = 365;

    /** Copies the list. */
    public LeadTime {
        points = List.copyOf(points);
    }

    /** Over customers that were watched under one threshold. */
    public static LeadTime of(List<Watch> watches) {
        var watched = new int[MOST_DAYS + 1];
        var flagged = new int[MOST_DAYS + 1];
        var retainedDays = 0L;
        var flaggedDays = 0L;
        for (var watch : watches) {
            if (watch.lostOn() == null) {
                retainedDays += watch.flagged().length;
                for (var up : watch.flagged()) {
                    flaggedDays += up ? 1 : 0;
                }
            } else {
                count(watch, watch.lostOn(), watched, flagged);
            }
        }
        var points = new ArrayList<LeadTimePoint>();
        for (var before = 0; before <= MOST_DAYS; before++) {
            points.add(new LeadTimePoint(
                    before,
                    watched[before],
                    flagged[before],
                    share(flagged[before], watched[before]),
                    Interval.wilson(flagged[before], watched[before])));
        }
        return new LeadTime(points, retainedDays, flaggedDays, share(flaggedDays, retainedDays));
    }

    /** On the day of the loss itself nobody is there to be watched: 0 days before means the end of the day before. */
    private static void count(Watch watch, int lostOn, int[] watched, int[] flagged) {
        for (var before = 0; before <= MOST_DAYS; before++) {
            var day = lostOn - Math.max(before, 1) - watch.firstDay();
            if (day >= 0 && day < watch.days()) {
                watched[before]++;
                flagged[before] += watch.flagged()[day] ? 1 : 0;
            }
        }
    }

    private static double share(long of, long among) {
        return among == 0 ? Double.NaN : (double) of / among;
    }

    /**
     * A day before the loss.
     *
     * @param daysBefore the loss
     * @param watched    lost customers that were watched on the day
     * @param flagged    those of them with a flag on it
     * @param share      flagged ÷ watched; NaN when nobody was watched
     */
    public record LeadTimePoint(int daysBefore, int watched, int flagged, double share, Interval interval) {}
}
