package tenure.query.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The day a question is about. What happened on the day counts, what happened after it does not.
 *
 * @param day a day in UTC
 */
public record AsOf(LocalDate day) {

    /** The first moment that does not count any more. */
    public Instant end() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
