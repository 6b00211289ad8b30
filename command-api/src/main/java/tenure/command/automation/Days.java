package tenure.command.automation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days as the product counts them: in UTC. */
final class Days {

    private Days() {}

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
