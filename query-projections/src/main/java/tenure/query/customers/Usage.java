package tenure.query.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a customer did, day by day.
 *
 * @param position the log up to here is in the figures
 * @param from     first day
 * @param to       first day after the last
 * @param days     days with use, in order; days without are absent
 */
public record Usage(
        LocalDate asOf, long position, String customerId, LocalDate from, LocalDate to, List<UsageDay> days) {

    /** A day's totals. */
    public record UsageDay(LocalDate day, int activeUsers, long actions, Map<String, Long> features) {}
}
