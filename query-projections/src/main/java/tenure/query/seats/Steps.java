package tenure.query.seats;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** A number from day to day, in little room: there are very many of them. */
final class Steps {

    private final long before;

    /** Days since 1970-01-01 on which the number becomes another. */
    private final int[] days;

    private final long[] values;

    private Steps(long before, int[] days, long[] values) {
        this.before = before;
        this.days = days;
        this.values = values;
    }

    /**
     * A number that is told by the first days on which it is what it is.
     *
     * @param before what it is until the first of them
     */
    static Steps of(long before, SortedMap<LocalDate, Long> told) {
        var days = new int[told.size()];
        var values = new long[told.size()];
        int size = 0;
        long last = before;
        for (Map.Entry<LocalDate, Long> step : told.entrySet()) {
            long value = step.getValue();
            if (value != last) {
                days[size] = number(step.getKey());
                values[size++] = value;
                last = value;
            }
        }
        return new Steps(before, Arrays.copyOf(days, size), Arrays.copyOf(values, size));
    }

    /** The number of a day; days that no question is about have that of the nearest there is. */
    static int number(LocalDate day) {
        return Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** What it is at the end of a day. */
    long on(int day) {
        int found = Arrays.binarySearch(days, day);
        int step = found >= 0 ? found : -found - 2;
        return step < 0 ? before : values[step];
    }
}
