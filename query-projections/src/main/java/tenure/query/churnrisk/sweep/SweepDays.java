package tenure.query.churnrisk.sweep;

import java.time.Instant;
import java.time.LocalDate;

/** Days as numbers: counted from 1970-01-01, in UTC. */
final class SweepDays {

    private static final long SECONDS = 86_400;

    private SweepDays() {}

    static int of(Instant moment) {
        return (int) Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    /** A day so far off that it is a mistake stays one that can be reckoned with. */
    static int of(LocalDate date) {
        return Math.clamp(date.toEpochDay(), Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2);
    }
}
