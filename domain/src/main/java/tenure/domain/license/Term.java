package tenure.domain.license;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
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

    /**
     * The term of the same length that follows. Whole months stay whole: those from the 31st are counted from the first day
     * of the contract, so that the 31st comes back after a shorter month.
     *
     * @param firstDay of the contract
     */
    Term next(LocalDate firstDay) {
        LocalDate anchor = monthsTo(firstDay, startsOn).isPresent() ? firstDay : startsOn;
        OptionalLong untilStart = monthsTo(anchor, startsOn);
        OptionalLong untilEnd = monthsTo(anchor, endsOn);
        LocalDate nextEnd = untilStart.isPresent() && untilEnd.isPresent()
                ? anchor.plusMonths(2 * untilEnd.getAsLong() - untilStart.getAsLong())
                : endsOn.plusDays(ChronoUnit.DAYS.between(startsOn, endsOn));
        return new Term(endsOn, nextEnd);
    }

    /** Empty when there are days over. */
    private static OptionalLong monthsTo(LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(from.withDayOfMonth(1), to.withDayOfMonth(1));
        return from.plusMonths(months).equals(to) ? OptionalLong.of(months) : OptionalLong.empty();
    }
}
