package tenure.query.customers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.Page;

/**
 * A page of the segments as they were defined on a day, by name, with the customers that belonged to them.
 *
 * @param position     the log up to here is in the rows
 * @param riskPosition the log up to here is in what is at risk: less than {@code position} while the health of many
 *                     customers is computed anew
 * @param total        segments on all pages
 * @param nextCursor   asks for the next page; null on the last
 */
public record SegmentList(
        LocalDate asOf,
        long position,
        long riskPosition,
        long total,
        @Nullable String nextCursor,
        List<SegmentRow> segments)
        implements Page {

    @Override
    public List<SegmentRow> rows() {
        return segments;
    }

    /**
     * A segment.
     *
     * @param customers      live customers that belong to it
     * @param customers30    the same 30 days before, by the same definition
     * @param monthlyRevenue price per month of their terms in force, by currency
     * @param revenue30      the same 30 days before
     * @param atRisk         that of customers whose health is of the worst
     */
    public record SegmentRow(
            String segmentId,
            String name,
            Figure customers,
            Figure customers30,
            List<MoneyFigure> monthlyRevenue,
            List<MoneyFigure> revenue30,
            List<MoneyFigure> atRisk) {}

    /**
     * Money, and the events behind it.
     *
     * @param amount in the smallest unit of the currency
     */
    public record MoneyFigure(String currency, Figure amount) {}
}
