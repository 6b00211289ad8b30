package tenure.query.churnrisk.sweep;

import java.util.Arrays;

/** What is counted of each day, and its sum over the last days up to the day that the sweep has come to. */
final class DayCounts {

    private final long[] onDay;
    private final int width;
    private long sum;
    private int today = -1;

    /** Days are numbered from 0; the window includes the day itself. */
    DayCounts(int days, int width) {
        onDay = new long[days];
        this.width = width;
    }

    void add(int day, long amount) {
        onDay[day] += amount;
        if (day > today - width && day <= today) {
            sum += amount;
        }
    }

    /** Goes on by one day. */
    void moveTo(int day) {
        today = day;
        sum += onDay[day];
        if (day >= width) {
            sum -= onDay[day - width];
        }
    }

    long on(int day) {
        return onDay[day];
    }

    /** Over the window. */
    long sum() {
        return sum;
    }

    void clear() {
        Arrays.fill(onDay, 0);
        sum = 0;
    }
}
