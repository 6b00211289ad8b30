package tenure.query.funnel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Times from one step to another: of those who got there, how long it took; of the others, how long they were watched. */
final class Durations {

    private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();
    private static final int PLACES = 4;

    private long[] seconds = new long[8];
    private int size;
    private final TreeMap<Long, long[]> byDay = new TreeMap<>();

    /** Somebody got there. */
    void reached(Instant from, Instant at) {
        var took = Math.max(0, Duration.between(from, at).toSeconds());
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, 2 * size);
        }
        seconds[size++] = took;
        byDay.computeIfAbsent(took / SECONDS_PER_DAY, day -> new long[2])[0]++;
    }

    /** So many did not get there as long as they were watched. */
    void watched(Instant from, Instant until, long count) {
        var days = Math.max(0, Duration.between(from, until).toSeconds()) / SECONDS_PER_DAY;
        byDay.computeIfAbsent(days, day -> new long[2])[1] += count;
    }

    int size() {
        return size;
    }

    /** Median in days; of an even number, the middle between the two in the middle. */
    @Nullable Double medianDays() {
        var sorted = sorted();
        return size == 0 ? null : (sorted[(size - 1) / 2] + sorted[size / 2]) / 2.0 / SECONDS_PER_DAY;
    }

    /** Quantiles and mean; null when nobody got there. */
    @Nullable Times times() {
        if (size == 0) {
            return null;
        }
        var sorted = sorted();
        return new Times(
                days(sorted[(size - 1) / 2] + sorted[size / 2], 2),
                quantile(sorted, 25),
                quantile(sorted, 75),
                quantile(sorted, 90),
                days(Arrays.stream(sorted).sum(), size));
    }

    private long[] sorted() {
        return Arrays.stream(seconds, 0, size).sorted().toArray();
    }

    /** The nearest rank: the shortest time that at least so many of a hundred did not exceed. */
    private static BigDecimal quantile(long[] sorted, int percent) {
        var rank = (int) ((sorted.length * (long) percent + 99) / 100);
        return days(sorted[rank - 1], 1);
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
        var atRisk = byDay.values().stream()
                .mapToLong(counts -> counts[0] + counts[1])
                .sum();
        var remaining = BigDecimal.ONE;
        var points = new ArrayList<CurvePoint>();
        for (var day : byDay.entrySet()) {
            var reached = day.getValue()[0];
            var watched = day.getValue()[1];
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
