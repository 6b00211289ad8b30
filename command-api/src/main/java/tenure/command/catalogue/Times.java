package tenure.command.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
    private static final int SECONDS = "2026-01-31T09:30:00Z".length();
    private static final int MILLIS = "2026-01-31T09:30:00.000Z".length();
    private static final int NANOS_PER_MILLI = 1_000_000;

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
        Instant usual = usual(text);
        if (usual != null) {
            return usual;
        }
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

    /**
     * The moment in the form that nearly all senders use, UTC to the second or millisecond, without pattern and formatter,
     * which take thirty times as long; null when the text is of another form, or for them to complain about.
     */
    private static @Nullable Instant usual(String text) {
        int length = text.length();
        if ((length != SECONDS && length != MILLIS)
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || text.charAt(length - 1) != 'Z'
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || (length == MILLIS && text.charAt(19) != '.')) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int millis = length == MILLIS ? number(text, 20, 23) : 0;
        if (year < FIRST_YEAR
                || year > LAST_YEAR
                || (month | day | hour | minute | second | millis) < 0
                || month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()
                || hour > 23
                || minute > 59
                || second > 59) {
            return null;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, millis * NANOS_PER_MILLI)
                .toInstant(ZoneOffset.UTC);
    }

    /** The number in some places of a text; less than 0 when there is anything but digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int place = from; place < to; place++) {
            char digit = text.charAt(place);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
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
