package tenure.benchmark.market;

import java.time.Instant;
import java.time.LocalDate;

/** The days of the market. A moment is a number of milliseconds since 1970, a day one of days since then. */
final class Calendar {

    /** First day of the market, a Monday. */
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private static final int WEEK = 7;

    /** 1 January 1970 was a Thursday. */
    private static final int OF_THE_WEEK = 3;

    private static final int SATURDAY = 5;

    private Calendar() {}

    static long startOf(LocalDate day) {
        return day.toEpochDay() * DAY;
    }

    static LocalDate dayOf(long moment) {
        return LocalDate.ofEpochDay(Math.floorDiv(moment, DAY));
    }

    static Instant instant(long moment) {
        return Instant.ofEpochMilli(moment);
    }

    /** A moment in office hours, so many days after another one, or on the Monday after that when it is a weekend. */
    static long inOfficeHours(long moment, int days, Luck luck) {
        long day = Math.floorDiv(moment, DAY) + days;
        long weekday = Math.floorMod(day + OF_THE_WEEK, WEEK);
        return officeHours(weekday < SATURDAY ? day : day + WEEK - weekday, luck);
    }

    /** A moment in office hours on a weekday, so many weekdays after another one. */
    static long weekdaysLater(long moment, int weekdays, Luck luck) {
        long day = Math.floorDiv(moment, DAY);
        long weekday = Math.floorMod(day + OF_THE_WEEK, WEEK);
        long monday = day - weekday;
        long sinceMonday = Math.min(weekday, SATURDAY - 1) + weekdays;
        return officeHours(monday + sinceMonday / SATURDAY * WEEK + sinceMonday % SATURDAY, luck);
    }

    private static long officeHours(long day, Luck luck) {
        return day * DAY + 7 * HOUR + luck.between(0, (int) (10 * HOUR));
    }
}
