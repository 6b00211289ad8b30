package tenure.query.seats;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.seats.SeatBalance.SeatGaps;
import tenure.query.shared.Figure;
import tenure.query.shared.Money;

/**
 * Seats of many customers. A gap is the sum of their gaps: what one has too much is of no use to another. Customers of
 * whom a count cannot be known are left out of it; where that is so of all of them it is null.
 *
 * @param gaps        their shares are of the seats of those customers that are in the sum
 * @param utilisation active28 ÷ seats of the customers of whom it is known, to four places
 * @param engagement  engaged28 ÷ deployed, to four places
 * @param colours     customers by the colour of their utilisation
 */
public record SeatTotals(
        Figure sold,
        @Nullable Figure assigned,
        @Nullable Figure loggedOn,
        @Nullable Figure trained,
        @Nullable Figure active28,
        @Nullable Figure engaged28,
        @Nullable Figure deployed,
        List<Money> monthlyRevenue,
        SeatGaps gaps,
        @Nullable BigDecimal utilisation,
        @Nullable BigDecimal engagement,
        List<ColourCount> colours) {

    /** Customers whose utilisation has a colour. */
    public record ColourCount(SeatColour colour, long customers) {}
}
