package tenure.query.churnrisk.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.timeline.ModelSeen;
import tenure.query.shared.Page;

/**
 * Customers on a day, by their risk.
 *
 * @param position     the log had been read up to here
 * @param riskPosition the log up to here is in the rows: less than {@code position} while many customers are computed anew
 * @param total        rows on all pages
 * @param bands        customers by band, of all that match, whatever band is asked for
 * @param nextCursor   asks for the next page; null on the last
 */
public record RiskList(
        LocalDate asOf,
        long position,
        long riskPosition,
        ModelSeen model,
        long total,
        Map<String, Long> bands,
        @Nullable String nextCursor,
        List<RiskListRow> customers)
        implements Page {

    @Override
    public List<RiskListRow> rows() {
        return customers;
    }

    /**
     * A customer.
     *
     * @param health       0 to 100, to two places; null when no signal had data
     * @param risk         probability of loss within the horizon of the model
     * @param change30     of the health against 30 days before; null when there was none
     * @param riskBefore   the risk 30 days before
     * @param drivers      signals that keep the health down most, the greatest first; three at most
     * @param withData     signals of the model that had data
     * @param of           signals of the model
     * @param rating       judgement of a colleague, 1 to 5; null when there is none of 180 days
     * @param disagreement whether the judgement and the health say the opposite
     */
    public record RiskListRow(
            String customerId,
            @Nullable String name,
            @Nullable String owner,
            @Nullable BigDecimal health,
            @Nullable BigDecimal risk,
            @Nullable String band,
            @Nullable BigDecimal change30,
            @Nullable BigDecimal riskBefore,
            List<String> drivers,
            int withData,
            int of,
            @Nullable Integer rating,
            boolean disagreement) {}
}
