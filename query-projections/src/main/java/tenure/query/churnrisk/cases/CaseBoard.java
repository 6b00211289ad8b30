package tenure.query.churnrisk.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Page;

/**
 * Cases on a day, those that have been longest in their stage first.
 *
 * @param riskPosition the log up to here is in health and risk: less than {@code position} while those of many customers
 *                     are computed anew
 * @param stages       how many there are in each stage, and closed ones by outcome, of all that match whatever stage is asked for
 */
public record CaseBoard(
        LocalDate asOf,
        long position,
        long riskPosition,
        long total,
        Map<String, Long> stages,
        @Nullable String nextCursor,
        List<CaseRow> cases)
        implements Page {

    @Override
    public List<CaseRow> rows() {
        return cases;
    }

    /**
     * A case.
     *
     * @param stage       new, contacted, plan-agreed, recovering or closed
     * @param daysInStage days since it came into the stage
     * @param outcome     saved, lost or no-risk; null while it is open
     * @param health      of the customer on the day; null when it has left or has no data
     * @param positions   the events of the case, oldest first
     */
    public record CaseRow(
            String customerId,
            @Nullable String name,
            String caseId,
            String reason,
            String title,
            @Nullable String owner,
            String stage,
            LocalDate stageSince,
            long daysInStage,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            @Nullable String outcome,
            List<Done> interventions,
            @Nullable BigDecimal health,
            @Nullable BigDecimal risk,
            List<Long> positions) {}

    /** What was done about it. */
    public record Done(LocalDate day, String kind, String note, long position) {}
}
