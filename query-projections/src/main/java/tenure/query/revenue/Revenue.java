package tenure.query.revenue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.Rate;

/**
 * What became of the customers and the revenue of a day. Amounts are per month and in minor units; currencies are never
 * added up. Source: definitions.md §3.9.
 *
 * @param position       the log up to here is in the figures
 * @param from           the day whose customers are followed
 * @param to             the day they are compared on
 * @param allowedGapDays days without a contract that do not count as an end: a late renewal is no churn
 * @param breakdown      what the groups are of: {@code plan}, or a property of the profile; null: there are none
 * @param whole          the two days compared
 * @param months         the months of the range that have begun, each for itself
 * @param groups         the two days compared for each group, in the order of their names
 */
public record Revenue(
        LocalDate asOf,
        long position,
        LocalDate from,
        LocalDate to,
        int allowedGapDays,
        @Nullable String breakdown,
        RevenuePeriod whole,
        List<RevenuePeriod> months,
        List<RevenueGroup> groups) {

    /**
     * Two days compared.
     *
     * @param comparedOn the second day; while that has not come, the day asked about
     * @param open       whether it has not come yet, so that the figures may still change
     * @param currencies in the order of their codes; each customer's contracts in one of them
     */
    public record RevenuePeriod(
            LocalDate from,
            LocalDate to,
            LocalDate comparedOn,
            boolean open,
            RevenueCustomers customers,
            List<RevenueAmounts> currencies) {}

    /**
     * The same for the customers of one group: those of one plan on the first day (of several, the one paid most for; of
     * new customers, that of the second day), or of one value of a property.
     *
     * @param value null: without a value
     */
    public record RevenueGroup(@Nullable String value, RevenuePeriod period) {}

    /**
     * Customers under contract.
     *
     * @param start      on the first day
     * @param lost       of these, not on the second
     * @param added      on the second day for the first time
     * @param wonBack    on the second day, not on the first, but before it
     * @param end        on the second day: start − lost + added + wonBack
     * @param logoChurn  lost ÷ start
     * @param rescaled   logo churn over a year and a month; null when there is none
     */
    public record RevenueCustomers(
            Figure start,
            Figure lost,
            Figure added,
            Figure wonBack,
            Figure end,
            Rate logoChurn,
            Rate logoRetention,
            @Nullable Rescaled rescaled) {}

    /**
     * Monthly revenue in one currency.
     *
     * @param start          on the first day
     * @param lost           of customers that are under no contract on the second
     * @param downsell       less from customers that still are
     * @param expansion      more from customers of the first day
     * @param added          from customers that are under contract for the first time
     * @param wonBack        from customers that were, but not on the first day
     * @param end            on the second day: start − lost − downsell + expansion + added + wonBack
     * @param grossRetention GRR: what was paid on the first day and still is ÷ start
     * @param netRetention   NRR: what the customers of the first day pay on the second ÷ start
     * @param churn          (lost + downsell) ÷ start
     * @param rescaled       churn over a year and a month; null when there is none
     */
    public record RevenueAmounts(
            String currency,
            Figure start,
            Figure lost,
            Figure downsell,
            Figure expansion,
            Figure added,
            Figure wonBack,
            Figure end,
            Rate grossRetention,
            Rate netRetention,
            Rate churn,
            @Nullable Rescaled rescaled) {}
}
