package tenure.query.seats;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.seats.SeatTally.Measure;
import tenure.query.shared.Money;

/**
 * The seats at the end of a day. The balance as of that day says the same, and explains it. What cannot be known is null.
 *
 * @param gapToLogOn    price per month of the seats sold beyond the people who logged on, by currency
 * @param gapToTraining price per month of the seats sold beyond the people who are trained
 * @param gapToActivity price per month of the seats sold beyond the people active in 28 days
 */
public record SeatPoint(
        LocalDate on,
        long sold,
        @Nullable Long assigned,
        @Nullable Long loggedOn,
        @Nullable Long trained,
        @Nullable Long active28,
        List<Money> monthlyRevenue,
        @Nullable List<Money> gapToLogOn,
        @Nullable List<Money> gapToTraining,
        @Nullable List<Money> gapToActivity) {

    static SeatPoint of(LocalDate day, SeatTally tally) {
        return new SeatPoint(
                day,
                tally.sold(),
                tally.assigned(),
                tally.loggedOn(),
                tally.trained(),
                tally.active28(),
                SeatBalance.money(tally),
                tally.gapPrice(Measure.LOG_ON),
                tally.gapPrice(Measure.TRAINING),
                tally.gapPrice(Measure.ACTIVITY));
    }
}
