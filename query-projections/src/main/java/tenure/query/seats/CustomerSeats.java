package tenure.query.seats;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.seats.SeatSeries.Every;
import tenure.query.shared.Page;

/**
 * The seat ledger of one customer.
 *
 * @param position   what was recorded after it did not count
 * @param basis      what is known of its people
 * @param balance    the seats on the day
 * @param licenses   the same by license in force. People count there when they have a seat of it
 * @param from       first day of the range
 * @param to         first day after the range
 * @param ledger     the seats at points of the range, oldest first
 * @param opening    what was there at the end of the day before the range
 * @param closing    what is there at the end of its last day: the opening and all movements add up to it
 * @param total      movements in the range, on all pages
 * @param nextCursor asks for more movements; null on the last page
 * @param movements  what changed seats in the range, oldest first
 */
public record CustomerSeats(
        LocalDate asOf,
        long position,
        String customerId,
        String name,
        SeatBasis basis,
        SeatBalance balance,
        List<LicenseSeats> licenses,
        LocalDate from,
        LocalDate to,
        Every every,
        List<SeatPoint> ledger,
        SeatStock opening,
        SeatStock closing,
        long total,
        @Nullable String nextCursor,
        List<SeatMovement> movements)
        implements Page {

    @Override
    public List<SeatMovement> rows() {
        return movements;
    }

    /**
     * A license in force.
     *
     * @param startsOn      first day of the term
     * @param endsOn        first day after it
     * @param noticeGivenOn day of the notice that stands; null when none does
     */
    public record LicenseSeats(
            String licenseId,
            @Nullable String product,
            String plan,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable LocalDate noticeGivenOn,
            SeatBalance balance) {}

    /** Seats in force at the end of a day, and those of them that a user has. */
    public record SeatStock(long sold, long assigned) {}
}
