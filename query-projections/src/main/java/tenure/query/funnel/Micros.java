package tenure.query.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Moments as there are many of them: in microseconds since 1970, which is as fine as the log tells. */
final class Micros {

    /** Something that has not happened. */
    static final long NEVER = Long.MAX_VALUE;

    private static final long PER_SECOND = 1_000_000;
    private static final long PER_HOUR = 3_600 * PER_SECOND;
    private static final long PER_DAY = 24 * PER_HOUR;

    private Micros() {}

    static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long ofSeconds(long seconds) {
        return seconds * PER_SECOND;
    }

    static long ofHours(long hours) {
        return hours * PER_HOUR;
    }

    static long ofDays(long days) {
        return days * PER_DAY;
    }

    /** Whole seconds from one moment to a later one; 0 when it is not later. */
    static long secondsBetween(long from, long to) {
        return Math.max(0, to - from) / PER_SECOND;
    }

    /** The day of a moment in UTC, in days since 1970. */
    static int day(long micros) {
        return (int) Math.floorDiv(micros, PER_DAY);
    }

    static LocalDate date(long micros) {
        return LocalDate.ofEpochDay(day(micros));
    }
}
