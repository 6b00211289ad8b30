package tenure.query.seats;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Page;
import tenure.query.shared.Question;

/**
 * The seats of all customers on a day.
 *
 * @param position   what was recorded after it did not count
 * @param totals     of all customers, whatever the rows are narrowed down to
 * @param total      rows on all pages
 * @param nextCursor asks for the next page; null on the last
 */
public record SeatOverview(
        LocalDate asOf,
        long position,
        SeatTotals totals,
        long total,
        @Nullable String nextCursor,
        List<CustomerSeatBalance> customers)
        implements Page {

    @Override
    public List<CustomerSeatBalance> rows() {
        return customers;
    }

    /** A customer with its seats. */
    public record CustomerSeatBalance(
            String customerId, String name, Presence status, SeatBasis basis, SeatBalance balance) {}

    /** Whether a customer is there on a day. */
    public enum Presence {
        LIVE,
        CHURNED;

        /** The word in answers. */
        @JsonValue
        public String word() {
            return Question.word(this);
        }
    }

    /**
     * The seats of all customers over time.
     *
     * @param from   first day of the range
     * @param to     first day after it
     * @param months the end of each month in it, and its last day
     */
    public record SeatMonths(LocalDate asOf, long position, LocalDate from, LocalDate to, List<SeatPoint> months) {}
}
