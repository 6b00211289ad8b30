package tenure.query.seats;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.Money;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/**
 * Seats on a day beside the people who use them. A seat that is given back and assigned again counts once among the seats
 * sold and assigned; everybody who had it counts once among the people. What cannot be known is null.
 *
 * @param sold              seats of the terms in force
 * @param assigned          seats in force that a user has
 * @param loggedOn          people who ever logged on
 * @param trained           people who completed every required course
 * @param active28          people with a core event in the last 28 days, the day itself included
 * @param engaged28         people who logged on in these days
 * @param deployed          people who were invited or activated, and not deactivated
 * @param monthlyRevenue    price of the seats per month, by currency
 * @param pricePerSeat      average per month, by currency: what a gap is valued at
 * @param utilisation       active28 ÷ sold
 * @param utilisationColour by the age of the contract
 * @param contractMonths    full months since the first term of what is in force, or since a later coming back; null when
 *                          nothing is
 * @param engagement        engaged28 ÷ deployed. Deactivating those who are away flatters it
 */
public record SeatBalance(
        Figure sold,
        @Nullable Figure assigned,
        @Nullable Figure loggedOn,
        @Nullable Figure trained,
        @Nullable Figure active28,
        @Nullable Figure engaged28,
        @Nullable Figure deployed,
        List<Money> monthlyRevenue,
        List<Money> pricePerSeat,
        SeatGaps gaps,
        @Nullable Rate utilisation,
        SeatColour utilisationColour,
        @Nullable Integer contractMonths,
        @Nullable Rate engagement,
        SeatColour engagementColour) {

    /** Seats sold that lack something; null where that cannot be known. */
    public record SeatGaps(
            @Nullable SeatGap toAssignment,
            @Nullable SeatGap toLogOn,
            @Nullable SeatGap toTraining,
            @Nullable SeatGap toActivity) {}

    /**
     * A gap between seats sold and something counted.
     *
     * @param seats    sold and not matched; 0 when more is counted than was sold
     * @param overage  counted beyond what was sold
     * @param share    seats ÷ sold, to four places; null when nothing is sold
     * @param perMonth what these seats cost per month, by currency: at the average price of all seats in force
     */
    public record SeatGap(
            Figure seats, Figure overage, @Nullable BigDecimal share, List<Money> perMonth) {}

    static SeatBalance of(
            SeatTally tally,
            @Nullable LocalDate startedOn,
            Standpoint at,
            String customerId,
            @Nullable String licenseId) {
        var figures = new SeatFigures(at, customerId, licenseId);
        var months = months(startedOn, at.asOf().day());
        var sold = figures.of("sold", tally.sold());
        var active28 = figures.known("active28", tally.active28());
        var engaged28 = figures.known("engaged28", tally.engaged28());
        var deployed = figures.known("deployed", tally.deployed());
        return new SeatBalance(
                sold,
                figures.known("assigned", tally.assigned()),
                figures.known("logged-on", tally.loggedOn()),
                figures.known("trained", tally.trained()),
                active28,
                engaged28,
                deployed,
                money(tally),
                SeatCount.priceOf(1, tally.sold(), tally.monthlyMinorUnits()),
                figures.gaps(tally),
                active28 == null ? null : Rate.of(active28, sold),
                SeatColour.ofUtilisation(tally.active28(), tally.sold(), months),
                months,
                engaged28 == null || deployed == null ? null : Rate.of(engaged28, deployed),
                SeatColour.ofEngagement(tally.engaged28(), tally.deployed()));
    }

    /** Full months of a contract; null when there is none. */
    static @Nullable Integer months(@Nullable LocalDate startedOn, LocalDate day) {
        return startedOn == null ? null : (Integer) Math.toIntExact(ChronoUnit.MONTHS.between(startedOn, day));
    }

    static List<Money> money(SeatTally tally) {
        return tally.monthlyMinorUnits().entrySet().stream()
                .map(sum -> new Money(sum.getKey(), sum.getValue()))
                .toList();
    }
}
