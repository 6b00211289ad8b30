package tenure.query.revenue;

import java.time.LocalDate;
import java.util.List;

/**
 * Days on which a license is paid for in the same way.
 *
 * @param from first day
 * @param to   first day after the last
 * @param paid per month
 */
record Span(LocalDate from, LocalDate to, Paid paid) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /**
     * What is paid per month.
     *
     * @param minorUnits in the smallest unit of the currency
     * @param positions  events that say so, oldest first
     */
    record Paid(long minorUnits, String plan, List<Long> positions) {}
}
