package tenure.query.seats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.query.seats.Seating.Seat;
import tenure.query.shared.Money;

/**
 * The seats of a customer on a day.
 *
 * @param licenses  licenses in force, by their ids
 * @param startedOn since when the customer has been one; null when nothing is in force
 */
record SeatCount(List<LicenseDay> licenses, @Nullable LocalDate startedOn) {

    /**
     * A license in force on a day.
     *
     * @param held      who has its seats
     * @param startedOn first day of its first term, or of the customer's coming back after it
     */
    record LicenseDay(
            String licenseId,
            @Nullable String product,
            InForce inForce,
            List<Seat> held,
            @Nullable LocalDate noticeGivenOn,
            LocalDate startedOn) {}

    long sold() {
        return licenses.stream().mapToLong(license -> license.inForce().seats()).sum();
    }

    long assigned() {
        return licenses.stream().mapToLong(license -> license.held().size()).sum();
    }

    /** Price of all seats per month, by currency, in its smallest unit. */
    SortedMap<String, Long> monthlyMinorUnits() {
        var sums = new TreeMap<String, Long>();
        for (var license : licenses) {
            sums.merge(license.inForce().currency(), license.inForce().monthlyMinorUnits(), Math::addExact);
        }
        return sums;
    }

    /** What some of the seats cost per month at the average price of all that are in force. */
    static List<Money> priceOf(long seats, long sold, SortedMap<String, Long> monthlyMinorUnits) {
        return monthlyMinorUnits.entrySet().stream()
                .map(sum -> new Money(sum.getKey(), sold == 0 ? 0 : part(sum.getValue(), seats, sold)))
                .toList();
    }

    private static long part(long minorUnits, long seats, long sold) {
        return BigDecimal.valueOf(minorUnits)
                .multiply(BigDecimal.valueOf(seats))
                .divide(BigDecimal.valueOf(sold), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
