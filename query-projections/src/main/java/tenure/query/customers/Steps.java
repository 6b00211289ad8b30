package tenure.query.customers;

import java.util.Arrays;
import java.util.SortedMap;

/** A number that is the same from day to day but for some days. */
final class Steps {

    private final int[] days;
    private final int[] values;

    private Steps(int[] days, int[] values) {
        this.days = days;
        this.values = values;
    }

    /** A number that grows from 0 by so much on these days. */
    static Steps running(SortedMap<Integer, Integer> changes) {
        var days = new int[changes.size()];
        var values = new int[days.length];
        int size = 0;
        int value = 0;
        for (var change : changes.entrySet()) {
            if (change.getValue() != 0) {
                value += change.getValue();
                days[size] = change.getKey();
                values[size++] = value;
            }
        }
        return new Steps(Arrays.copyOf(days, size), Arrays.copyOf(values, size));
    }

    /** A number that is this from these days on. */
    static Steps of(SortedMap<Integer, Integer> values) {
        return new Steps(
                values.keySet().stream().mapToInt(day -> day).toArray(),
                values.values().stream().mapToInt(value -> value).toArray());
    }

    /** What it is at the end of a day. */
    int on(int day, int before) {
        int place = Arrays.binarySearch(days, day);
        int last = place >= 0 ? place : -place - 2;
        return last < 0 ? before : values[last];
    }

    int on(int day) {
        return on(day, 0);
    }

    /** The first day on which it is more than 0; {@link Days#NEVER} when it never is. */
    int firstAboveNothing() {
        for (int i = 0; i < days.length; i++) {
            if (values[i] > 0) {
                return days[i];
            }
        }
        return Days.NEVER;
    }

    int[] days() {
        return days;
    }
}
