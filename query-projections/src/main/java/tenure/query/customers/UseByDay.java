package tenure.query.customers;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.people.DaysOfUse;

/** What a customer did on each day, packed: some four bytes a day. */
final class UseByDay {

    static final int WEEKS = 26;

    private static final int DAYS_A_WEEK = 7;

    private final byte[] packed;
    private final int firstActiveOn;

    UseByDay(DaysOfUse use) {
        var out = new byte[25 * use.days().size()];
        int size = 0;
        int before = 0;
        int firstActive = Days.NEVER;
        for (var entry : use.days().entrySet()) {
            int day = Days.of(entry.getKey());
            var did = entry.getValue();
            var users = did.activeUsers();
            size = write(out, size, zigzag(day - before));
            size = write(out, size, users == null ? 0 : users + 1L);
            size = write(out, size, did.actions());
            before = day;
            if (firstActive == Days.NEVER && (did.actions() > 0 || (users != null && users > 0))) {
                firstActive = day;
            }
        }
        this.packed = Arrays.copyOf(out, size);
        this.firstActiveOn = firstActive;
    }

    private static long zigzag(int number) {
        return ((long) number << 1) ^ (number >> 31);
    }

    private static int write(byte[] out, int at, long value) {
        var rest = value;
        int next = at;
        while ((rest & ~0x7FL) != 0) {
            out[next++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out[next++] = (byte) rest;
        return next;
    }

    /** Goes through the days. */
    private final class Reader {

        private int at;
        private int day;
        private int users;
        private long actions;

        boolean next() {
            if (at == packed.length) {
                return false;
            }
            long gap = number();
            day += (int) ((gap >>> 1) ^ -(gap & 1));
            users = (int) number() - 1;
            actions = number();
            return true;
        }

        private long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = packed[at++];
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        boolean isActive() {
            return actions > 0 || users > 0;
        }
    }

    /** The first day with any use; {@link Days#NEVER} when there is none. */
    int firstActiveOn() {
        return firstActiveOn;
    }

    /**
     * What the last days before the end of a day say.
     *
     * @param lastActiveOn  last day with any use, also of those before; {@link Days#NEVER} when there is none
     * @param actions       all that was done
     * @param mostUsers     most people active on one day; null when no day has a count of people
     * @param isActive      whether anything was done
     */
    record Window(int lastActiveOn, long actions, @Nullable Integer mostUsers, boolean isActive) {

        /** Most people active on one day; null when somebody was, but no day says how many. */
        @Nullable Integer busiest() {
            return mostUsers == null && !isActive ? (Integer) 0 : mostUsers;
        }
    }

    Window window(int day, int days) {
        var reader = new Reader();
        int lastActive = Days.NEVER;
        long actions = 0;
        int most = -1;
        boolean active = false;
        while (reader.next() && reader.day <= day) {
            lastActive = reader.isActive() ? reader.day : lastActive;
            if (reader.day > day - days) {
                actions = sum(actions, reader.actions);
                most = Math.max(most, reader.users);
                active = active || reader.isActive();
            }
        }
        return new Window(lastActive, actions, most < 0 ? null : (Integer) most, active);
    }

    /** Actions in each of the last weeks of seven days, oldest first; the last ends with the day. */
    List<Long> weeks(int day) {
        var weeks = new long[WEEKS];
        var reader = new Reader();
        while (reader.next() && reader.day <= day) {
            int week = WEEKS - 1 - (day - reader.day) / DAYS_A_WEEK;
            if (week >= 0) {
                weeks[week] = sum(weeks[week], reader.actions);
            }
        }
        return Arrays.stream(weeks).boxed().toList();
    }

    /** The most that can be counted stands for anything above. */
    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Somebody who wants to know of each day. */
    interface Visitor {
        /**
         * A day with use.
         *
         * @param users people who did anything; less than 0 when nobody counted them
         */
        void visit(int day, int users);
    }

    void each(Visitor visitor) {
        var reader = new Reader();
        while (reader.next()) {
            visitor.visit(reader.day, reader.users);
        }
    }
}
