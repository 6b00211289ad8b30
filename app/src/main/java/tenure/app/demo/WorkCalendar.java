package tenure.app.demo;

import java.time.LocalDate;

/** How much people work on a day. */
final class WorkCalendar {

    private WorkCalendar() {}

    /** 1 on an ordinary weekday, less on Fridays, in holidays and at weekends. */
    static double weight(LocalDate day) {
        return weekly(day) * yearly(day);
    }

    private static double weekly(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> 0.06;
            case SUNDAY -> 0.04;
            case FRIDAY -> 0.85;
            case TUESDAY, WEDNESDAY -> 1.05;
            case MONDAY, THURSDAY -> 1;
        };
    }

    private static double yearly(LocalDate day) {
        int date = day.getDayOfMonth();
        return switch (day.getMonth()) {
            case DECEMBER -> date >= 24 ? 0.1 : date >= 20 ? 0.6 : 1;
            case JANUARY -> date == 1 ? 0.05 : date <= 6 ? 0.55 : 1;
            case MAY -> date == 1 ? 0.1 : 1;
            case JULY -> 0.85;
            case AUGUST -> date <= 20 ? 0.65 : 0.85;
            case FEBRUARY, MARCH, APRIL, JUNE, SEPTEMBER, OCTOBER, NOVEMBER -> 1;
        };
    }

    /** The day itself or the next one that is no weekend. */
    static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
