package tenure.query.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How an event was recorded as against when it happened. Of the moment of recording only what matters is kept: it would
 * take half as much room again as all the rest of an event of use.
 *
 * @param code 0 when it was recorded in time, 1 when late; else two more than the day of recording, counted from 1970
 */
public record Delay(long code) {

    /** The usual case. */
    public static final Delay IN_TIME = new Delay(0);

    private static final Delay LATE = new Delay(1);
    private static final long FIRST_DAY = 2;
    private static final Duration MOST = Duration.ofDays(30);

    /** How an event was recorded that happened at a moment. */
    public static Delay of(Instant occurredAt, Instant recordedAt) {
        var delay = Duration.between(occurredAt, recordedAt);
        if (delay.isNegative()) {
            return new Delay(
                    FIRST_DAY + LocalDate.ofInstant(recordedAt, ZoneOffset.UTC).toEpochDay());
        }
        return delay.compareTo(MOST) > 0 ? LATE : IN_TIME;
    }

    static Delay ofCode(long code) {
        return code == 0 ? IN_TIME : code == 1 ? LATE : new Delay(code);
    }

    /** Whether it was recorded more than 30 days after it happened. */
    public boolean isLate() {
        return code == 1;
    }

    /** The day on which it was recorded, when it is dated after that; else null. */
    public @Nullable LocalDate recordedAheadOn() {
        return code < FIRST_DAY ? null : LocalDate.ofEpochDay(code - FIRST_DAY);
    }
}
