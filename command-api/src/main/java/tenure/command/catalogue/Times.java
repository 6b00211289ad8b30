package tenure.command.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import tenure.domain.shared.InvalidValue;

/**
 * Dates and times as they are sent. Years from 1900 to 2199: every store and page can keep them, and a day-by-day
 * report over a mistyped year cannot run for ever.
 */
public final class Times {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Times() {}

    /** The day; an {@link InvalidValue} when there is none such. */
    public static LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) {
            throw badDate();
        }
        try {
            LocalDate date = LocalDate.parse(text);
            mustBeSane(date.getYear());
            return date;
        } catch (DateTimeException noSuchDay) {
            throw badDate();
        }
    }

    /** The moment, to the microsecond, which is what the log keeps; an {@link InvalidValue} when there is none such. */
    public static Instant instant(String text) {
        if (!TIME.matcher(text).matches()) {
            throw badTime();
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            mustBeSane(time.getYear());
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException noSuchMoment) {
            throw badTime();
        }
    }

    private static void mustBeSane(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new InvalidValue(
                    "", "OUT_OF_RANGE", "The year must lie between %d and %d.".formatted(FIRST_YEAR, LAST_YEAR));
        }
    }

    private static InvalidValue badDate() {
        return new InvalidValue("", "BAD_DATE", "Must be a day such as 2026-01-31.");
    }

    private static InvalidValue badTime() {
        return new InvalidValue("", "BAD_TIME", "Must be a time with an offset, such as 2026-01-31T09:30:00Z.");
    }
}
