package tenure.query.engagement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** How units are sorted for counting: each comes onto one heap, or onto none. A day is its number since 1970-01-01. */
sealed interface Sorting {

    /** The heap of what is left out. */
    int NOWHERE = -1;

    int DAYS_OF_WEEK = 7;

    /** The number of the unit's heap. */
    int heap(Unit unit);

    /** How many heaps there are. */
    int heaps();

    /** By the number of active days from one day to another, both included. */
    record ByActiveDays(int from, int to, boolean workingDays) implements Sorting {
        @Override
        public int heap(Unit unit) {
            if (!workingDays) {
                return unit.activeDays(from, to);
            }
            int count = 0;
            for (int day = unit.activeFrom(from); day <= to; day = unit.activeFrom(day + 1)) {
                count += isWorkingDay(day) ? 1 : 0;
            }
            return count;
        }

        @Override
        public int heaps() {
            return to - from + 2;
        }
    }

    /** The same of those alone that count where nobody was active. */
    record CurrentByActiveDays(int from, int to) implements Sorting {
        @Override
        public int heap(Unit unit) {
            return unit.current() ? unit.activeDays(from, to) : NOWHERE;
        }

        @Override
        public int heaps() {
            return to - from + 2;
        }
    }

    /** By the number of weeks with an active day; the first begins with a day. */
    record ByActiveWeeks(int from, int to, boolean workingDays) implements Sorting {
        @Override
        public int heap(Unit unit) {
            int count = 0;
            int day = unit.activeFrom(from);
            while (day <= to) {
                boolean counts = !workingDays || isWorkingDay(day);
                count += counts ? 1 : 0;
                day = unit.activeFrom(counts ? day + DAYS_OF_WEEK - (day - from) % DAYS_OF_WEEK : day + 1);
            }
            return count;
        }

        @Override
        public int heaps() {
            return weeks() + 1;
        }

        int weeks() {
            return (to - from + DAYS_OF_WEEK) / DAYS_OF_WEEK;
        }
    }

    /** By what became of them in an interval of so many days. */
    record ByLifecycle(int from, int days) implements Sorting {

        private static final List<Lifecycle> STATES = List.of(Lifecycle.values());

        /** The state of those on a heap. */
        static Lifecycle state(int heap) {
            return STATES.get(heap);
        }

        @Override
        public int heap(Unit unit) {
            return STATES.indexOf(Lifecycle.of(unit, from, days));
        }

        @Override
        public int heaps() {
            return STATES.size();
        }
    }

    /** Those first active within one span of days and active within another, on one heap. */
    record Retained(int firstFrom, int firstTo, int from, int to) implements Sorting {
        @Override
        public int heap(Unit unit) {
            int first = unit.firstActiveOn();
            return first >= firstFrom && first <= firstTo && unit.isActive(from, to) ? 0 : NOWHERE;
        }

        @Override
        public int heaps() {
            return 1;
        }
    }

    static boolean isWorkingDay(int day) {
        var dayOfWeek = LocalDate.ofEpochDay(day).getDayOfWeek();
        return dayOfWeek != DayOfWeek.SATURDAY && dayOfWeek != DayOfWeek.SUNDAY;
    }
}
