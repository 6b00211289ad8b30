package tenure.query.churnrisk.statistics.measures;

import org.jspecify.annotations.Nullable;

/**
 * A customer as it was watched, day by day without holes.
 *
 * @param customer any number that names it
 * @param firstDay the first day, counted from 1970-01-01
 * @param flagged  of each day from then on, whether a flag was up at its end
 * @param lostOn   the first day without the customer; null when it was not lost
 */
public record Watch(
        int customer,
        int firstDay,
        boolean[] flagged,
        @Nullable Integer lostOn) {

    /** Flags every day whose score is at the threshold or above. A day without score, NaN, is not flagged. */
    public static Watch atThreshold(
            int customer, int firstDay, double[] score, double threshold, @Nullable Integer lostOn) {
        var flagged = new boolean[score.length];
        for (var day = 0; day < score.length; day++) {
            flagged[day] = score[day] >= threshold;
        }
        return new Watch(customer, firstDay, flagged, lostOn);
    }

    /** How many days it was watched while it was a customer. */
    int days() {
        return lostOn == null ? flagged.length : Math.clamp(lostOn - (long) firstDay, 0, flagged.length);
    }
}
