package tenure.query.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.ToLongFunction;

/** Up to when the log is to be believed: a position of it, or a time by which it had recorded something. */
public sealed interface KnownAt {

    /** Moments before and after which nothing can have been recorded. */
    Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** See {@link #EARLIEST}. */
    Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** The position meant. */
    long position(ToLongFunction<Instant> positionAt);

    /** A position. */
    record Position(long number) implements KnownAt {
        @Override
        public long position(ToLongFunction<Instant> positionAt) {
            return number;
        }
    }

    /** A moment; what was recorded at it counts. */
    record Moment(Instant time) implements KnownAt {
        @Override
        public long position(ToLongFunction<Instant> positionAt) {
            return positionAt.applyAsLong(time);
        }
    }

    /** A position, a time with its offset, or a day in UTC, which is meant whole. */
    static KnownAt of(String value) {
        try {
            if (value.matches("\\d{1,18}")) {
                return new Position(Long.parseLong(value));
            }
            var time = value.length() == "2023-06-30".length()
                    ? new AsOf(LocalDate.parse(value)).end().minus(1, ChronoUnit.MICROS)
                    : OffsetDateTime.parse(value).toInstant();
            if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
                return new Moment(time);
            }
        } catch (DateTimeException e) {
            // Refused below, in one sentence for all that is no moment.
        }
        throw Refusals.badParameter(
                "knownAt",
                "INVALID_TIME",
                "'knownAt' must be a position of the log, a day such as 2023-06-30, or a time such as"
                        + " 2023-06-30T12:00:00Z.");
    }
}
