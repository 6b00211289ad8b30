package tenure.query.customers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Page;

/**
 * A page of customers.
 *
 * @param position     the log up to here is in the rows
 * @param riskPosition the log up to here is in their health and risk: less than {@code position} while those of many
 *                     customers are computed anew
 * @param total        rows on all pages
 * @param nextCursor   asks for the next page; null on the last
 */
public record CustomerList(
        LocalDate asOf,
        long position,
        long riskPosition,
        long total,
        @Nullable String nextCursor,
        List<CustomerRow> customers)
        implements Page {

    @Override
    public List<CustomerRow> rows() {
        return customers;
    }

    /** The plans of all terms in force on a day. */
    public record Plans(LocalDate asOf, long position, List<String> plans) {}
}
