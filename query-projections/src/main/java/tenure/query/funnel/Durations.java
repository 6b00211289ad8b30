package tenure.query.funnel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Times from one step to another: of those who got there, how long it took; of the others, how long they were watched. */
final class Durations {

    private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();
    private static final int PLACES = 4;

    private long[] seconds = new long[8];
    private int size;
    private boolean sorted;
    private final Map<Long, Long> watchedByDay = new HashMap<>();

    /** Somebody got there; moments are {@link Micros}. */
    void reached(long from, long at) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, 2 * size);
        }
        seconds[size++] = Micros.secondsBetween(from, at);
        sorted = false;
    }

    /** So many did not get there as long as they were watched. */
    void watched(long from, long until, long count) {
        watchedByDay.merge(Micros.secondsBetween(from, until) / SECONDS_PER_DAY, count, Long::sum);
    }

    int size() {
        return size;
    }

    /** Median in days; of an even number, the middle between the two in the middle. */
    @Nullable Double medianDays() {
        sort();
        return size == 0 ? null : (seconds[(size - 1) / 2] + seconds[size / 2]) / 2.0 / SECONDS_PER_DAY;
    }

    /** Quantiles and mean; null when nobody got there. */
    @Nullable Times times() {
        if (size == 0) {
            return null;
        }
        sort();
        return new Times(
                days(seconds[(size - 1) / 2] + seconds[size / 2], 2),
                quantile(25),
                quantile(75),
                quantile(90),
                days(Arrays.stream(seconds, 0, size).sum(), size));
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(seconds, 0, size);
            sorted = true;
        }
    }

    /** The nearest rank: the shortest time that at least so many of a hundred did not exceed. */
    private BigDecimal quantile(int percent) {
        var rank = (int) ((size * (long) percent + 99) / 100);
        return days(seconds[rank - 1], 1);
    }

    private static BigDecimal days(long seconds, long of) {
        return BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(of * SECONDS_PER_DAY), PLACES, RoundingMode.HALF_UP);
    }

    /**
     * The share that has got there after so many whole days, by Kaplan and Meier: who was watched for a shorter time counts
     * as long as it was. On the same day, those who got there come before those who were watched no longer.
     */
    List<CurvePoint> curve() {
        sort();
        var days = new TreeMap<>(watchedByDay);
        for (int i = 0; i < size; i = afterDayOf(i)) {
            days.putIfAbsent(seconds[i] / SECONDS_PER_DAY, 0L);
        }
        long atRisk =
                size + watchedByDay.values().stream().mapToLong(count -> count).sum();
        var remaining = BigDecimal.ONE;
        var points = new ArrayList<CurvePoint>();
        int next = 0;
        for (var day : days.entrySet()) {
            long before = next;
            if (next < size && seconds[next] / SECONDS_PER_DAY == day.getKey()) {
                next = afterDayOf(next);
            }
            long reached = next - before;
            long watched = day.getValue();
            remaining = remaining
                    .multiply(BigDecimal.valueOf(atRisk - reached), MathContext.DECIMAL128)
                    .divide(BigDecimal.valueOf(atRisk), MathContext.DECIMAL128);
            points.add(new CurvePoint(
                    day.getKey(),
                    atRisk,
                    reached,
                    watched,
                    BigDecimal.ONE.subtract(remaining).setScale(PLACES, RoundingMode.HALF_UP)));
            atRisk -= reached + watched;
        }
        return points;
    }

    /** The first of the sorted times that is of a later day. */
    private int afterDayOf(int first) {
        long nextDay = (seconds[first] / SECONDS_PER_DAY + 1) * SECONDS_PER_DAY;
        int next = first;
        while (next < size && seconds[next] < nextDay) {
            next++;
        }
        return next;
    }

    /**
     * How long it took those who got there, in days of 24 hours.
     *
     * @param median of an even number, the middle between the two in the middle
     * @param p25    nearest rank, as are the others
     */
    public record Times(BigDecimal median, BigDecimal p25, BigDecimal p75, BigDecimal p90, BigDecimal mean) {}

    /**
     * A day of a curve.
     *
     * @param day     whole days since the beginning
     * @param atRisk  not there before the day, and watched until it
     * @param reached got there on the day
     * @param watched not there, and watched no longer: too young, gone, or out of time
     * @param share   estimated share that is there at the end of the day, by Kaplan and Meier
     */
    public record CurvePoint(long day, long atRisk, long reached, long watched, BigDecimal share) {}
}
