package tenure.query.customers;

import java.time.LocalDate;
import java.util.List;
import tenure.query.shared.Figure;
import tenure.query.shared.Money;

/**
 * All customers together on a day.
 *
 * @param position         the log up to here is in the figures
 * @param customers        live customers: signed up on or before the day, not churned on or before it
 * @param seats            seats of their terms in force
 * @param monthlyRevenue   price per month of these terms, by currency
 * @param churnedCustomers customers that churned on or before the day
 * @param figures          the same, with what they are made of
 */
public record Totals(
        LocalDate asOf,
        long position,
        long customers,
        long seats,
        List<Money> monthlyRevenue,
        long churnedCustomers,
        TotalFigures figures) {

    /**
     * What the totals are made of.
     *
     * @param monthlyRevenue by currency, in their order
     */
    public record TotalFigures(Figure customers, Figure seats, List<Figure> monthlyRevenue, Figure churnedCustomers) {}
}
