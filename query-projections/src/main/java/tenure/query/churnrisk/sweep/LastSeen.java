package tenure.query.churnrisk.sweep;

import java.util.Arrays;

/** When each of some things was seen last, and how many of them were seen within the last days. */
final class LastSeen {

    private static final int NEVER = -1;

    private final int[] lastOnDay;
    private final int width;
    private int[] last = new int[8];
    private int within;
    private int today = NEVER;

    LastSeen(int days, int width) {
        lastOnDay = new int[days];
        this.width = width;
        Arrays.fill(last, NEVER);
    }

    /** Says that a thing was seen on a day that is over, or is today. */
    void see(int thing, int day) {
        if (thing >= last.length) {
            int known = last.length;
            last = Arrays.copyOf(last, Math.max(2 * known, thing + 1));
            Arrays.fill(last, known, last.length, NEVER);
        }
        int before = last[thing];
        if (day <= before) {
            return;
        }
        if (before != NEVER) {
            lastOnDay[before]--;
        }
        lastOnDay[day]++;
        last[thing] = day;
        if (isWithin(day) && (before == NEVER || !isWithin(before))) {
            within++;
        }
    }

    private boolean isWithin(int day) {
        return day > today - width;
    }

    /** Goes on by one day. */
    void moveTo(int day) {
        today = day;
        if (day >= width) {
            within -= lastOnDay[day - width];
        }
    }

    /** How many were seen within the window. */
    int within() {
        return within;
    }

    /** The day, or less than 0 for never. */
    int last(int thing) {
        return thing < last.length ? last[thing] : NEVER;
    }

    void clear() {
        Arrays.fill(lastOnDay, 0);
        Arrays.fill(last, NEVER);
        within = 0;
    }
}
