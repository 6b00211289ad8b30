package tenure.domain.license;

import java.time.LocalDate;
import tenure.domain.shared.InvalidValue;

/** The days {@code [startsOn, endsOn)} that are paid for. */
public record Term(LocalDate startsOn, LocalDate endsOn) {
    /** Checks that there is at least one day. */
    public Term {
        if (!endsOn.isAfter(startsOn)) {
            throw new InvalidValue("endsOn", "TERM_WITHOUT_DAYS", "A term must end after it starts.");
        }
    }

    /** Whether the day is paid for. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && day.isBefore(endsOn);
    }
}
