package tenure.query.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;

/**
 * What a customer did, day by day.
 *
 * @param position the log up to here is in the figures
 * @param from     first day
 * @param to       first day after the last
 * @param actions  of all days together
 * @param days     days with use, in order; days without are absent
 */
public record Usage(
        LocalDate asOf,
        long position,
        String customerId,
        LocalDate from,
        LocalDate to,
        Figure actions,
        List<UsageDay> days) {

    /**
     * A day's totals.
     *
     * @param activeUsers null when the source does not count people
     */
    public record UsageDay(LocalDate day, @Nullable Integer activeUsers, long actions, Map<String, Long> features) {}
}
