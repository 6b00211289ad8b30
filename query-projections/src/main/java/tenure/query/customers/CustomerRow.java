package tenure.query.customers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.CustomerRisks.CustomerRisk;
import tenure.query.shared.Figure;
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
 * @param daysToRenewal  days until then
 * @param annualRevenue  twelve times the price per month
 * @param owner          who looks after it
 * @param rating         what people think of it, 1 to 5; null when nobody said
 * @param stage          the furthest that it has reached; null when it is gone, or nothing was sold
 * @param stageDays      days since it reached that
 * @param seatUse        the seats that are used
 * @param usage          what usage28 is made of
 * @param revenue        what monthlyRevenue is made of
 * @param risk           what the model says; null when it says nothing
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
        @Nullable LocalDate renewsOn,
        @Nullable Integer daysToRenewal,
        @Nullable Money annualRevenue,
        @Nullable String owner,
        @Nullable Integer rating,
        @Nullable Stage stage,
        @Nullable Integer stageDays,
        SeatUse seatUse,
        Figure usage,
        @Nullable Figure revenue,
        @Nullable CustomerRisk risk) {

    private static final long MONTHS_A_YEAR = 12;

    /**
     * Seats in force, and the people on them.
     *
     * @param active28    people with a core event in 28 days; of a source that knows no persons, most people active on a day
     *                    of them, null when it does not count them
     * @param trained     people who completed all required courses; null when persons are not known
     * @param activeShare active28 ÷ sold
     * @param activityGap seats sold beyond the active people
     * @param trainingGap seats sold beyond the trained people
     */
    public record SeatUse(
            Figure sold,
            @Nullable Figure active28,
            @Nullable Figure trained,
            @Nullable BigDecimal activeShare,
            @Nullable UnusedSeats activityGap,
            @Nullable UnusedSeats trainingGap) {}

    /**
     * Seats that are paid for and lack something.
     *
     * @param perMonth what they cost, at the average price of all seats
     */
    public record UnusedSeats(Figure seats, List<Money> perMonth) {}

    static CustomerRow of(CustomerOnDay row, CustomerFigures.Of figures, @Nullable CustomerRisk risk) {
        var churn = row.churn();
        var revenue = row.monthlyRevenue();
        var renewsOn = Days.date(row.renewsOn());
        return new CustomerRow(
                row.customerId(),
                row.known().name(),
                row.status(),
                LocalDate.ofEpochDay(row.known().registeredOn()),
                churn == null ? null : Days.date(churn.day()),
                row.plan(),
                Math.toIntExact(row.seats()),
                revenue,
                Days.date(row.recent().lastActiveOn()),
                row.recent().mostUsers(),
                row.recent().actions(),
                row.digest().use().weeks(row.day()),
                renewsOn,
                renewsOn == null ? null : (Integer) (row.renewsOn() - row.day()),
                revenue == null ? null : new Money(revenue.currency(), MONTHS_A_YEAR * revenue.minorUnits()),
                row.known().owner(),
                row.known().rating(),
                row.stage(),
                row.stageDays(),
                seatUse(row, figures),
                figures.usage(row.recent().actions(), row.day() - Progress.WINDOW + 1),
                revenue == null ? null : figures.revenue(revenue),
                risk);
    }

    private static SeatUse seatUse(CustomerOnDay row, CustomerFigures.Of figures) {
        return new SeatUse(
                figures.seats("sold", row.seats()),
                row.active28() == null ? null : figures.seats("active28", row.active28()),
                row.trained() == null ? null : figures.seats("trained", row.trained()),
                row.activeShare(),
                unused(row, "gap-activity", row.active28(), figures),
                unused(row, "gap-training", row.trained(), figures));
    }

    private static @Nullable UnusedSeats unused(
            CustomerOnDay row, String figure, @Nullable Integer have, CustomerFigures.Of figures) {
        var gap = row.gap(have);
        return gap == null ? null : new UnusedSeats(figures.seats(figure, gap), row.priceOf(gap));
    }
}
