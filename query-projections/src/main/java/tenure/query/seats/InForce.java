package tenure.query.seats;

import java.time.LocalDate;
import java.util.List;

/**
 * What a license gives on a day.
 *
 * @param pricePerSeat per month, in the smallest unit of the currency
 * @param endsOn       first day after the term
 * @param positions    events that say so, oldest first: the sale or renewal, and the last changes in it
 */
record InForce(
        String plan,
        long seats,
        long pricePerSeat,
        String currency,
        LocalDate startsOn,
        LocalDate endsOn,
        List<Long> positions) {

    long monthlyMinorUnits() {
        return Math.multiplyExact(seats, pricePerSeat);
    }
}
