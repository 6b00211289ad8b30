package tenure.query.customers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Money;

/**
 * A customer on a day.
 *
 * @param churnedOn      first day without service, when it is not after the day
 * @param plan           plan of the term in force; of several, the one with most seats
 * @param seats          seats of the terms in force
 * @param monthlyRevenue price per month of the terms in force; null without any, or when they are in several currencies
 * @param lastActiveOn   last day with any use
 * @param activeUsers28  most people active on one of the last 28 days, the day itself included; null without use
 * @param usage28        actions in the last 28 days
 * @param usageByWeek    actions in each of the last 26 weeks of seven days, oldest first; the last ends with the day
 * @param renewsOn       first day after the term in force that ends first
 */
public record CustomerRow(
        String customerId,
        String name,
        CustomerStatus status,
        LocalDate registeredOn,
        @Nullable LocalDate churnedOn,
        @Nullable String plan,
        int seats,
        @Nullable Money monthlyRevenue,
        @Nullable LocalDate lastActiveOn,
        @Nullable Integer activeUsers28,
        long usage28,
        List<Long> usageByWeek,
        @Nullable LocalDate renewsOn) {

    static final int WEEKS = 26;
}
