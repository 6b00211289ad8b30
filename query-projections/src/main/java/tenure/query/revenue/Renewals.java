package tenure.query.revenue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.Money;
import tenure.query.shared.Page;
import tenure.query.shared.Rate;

/**
 * Renewals that were due in a range and what came of them. Amounts are per month; currencies are never added up. Source:
 * definitions.md §3.9.
 *
 * @param position       the log up to here is in the figures
 * @param from           first due day that counts
 * @param to             first due day that does not count any more
 * @param allowedGapDays days after the due day within which a renewal is in time
 * @param total          renewals on all pages
 * @param nextCursor     asks for the next page; null when this is the last
 * @param renewals       by due day, customer and license
 */
public record Renewals(
        LocalDate asOf,
        long position,
        LocalDate from,
        LocalDate to,
        int allowedGapDays,
        List<RenewalSums> currencies,
        long total,
        @Nullable String nextCursor,
        List<DueRenewal> renewals)
        implements Page {

    @Override
    public List<DueRenewal> rows() {
        return renewals;
    }

    /**
     * All renewals in one currency. Figures in money are in minor units; a target is what was paid at the end of the term.
     *
     * @param due             targets of all
     * @param open            of these, targets that can still be reached
     * @param openWithNotice  of these, with a notice
     * @param kept            what goes on, the target at most
     * @param lost            targets of those that do not go on
     * @param downsell        how much less the others pay
     * @param expansion       how much more the others pay
     * @param renewalRate     kept ÷ targets that are decided: no renewal makes up for another
     * @param termRenewalRate terms that go on ÷ terms that are decided
     * @param churnOfDue      (lost + downsell) ÷ targets that are decided
     * @param churnOfStart    (lost + downsell) ÷ all monthly revenue on the first day of the range
     * @param reasons         why they were lost, most money first
     */
    public record RenewalSums(
            String currency,
            Figure due,
            Figure dueTerms,
            Figure open,
            Figure openWithNotice,
            Figure kept,
            Figure lost,
            Figure lostTerms,
            Figure downsell,
            Figure expansion,
            Rate renewalRate,
            Rate termRenewalRate,
            Rate churnOfDue,
            Rate churnOfStart,
            List<LossReason> reasons) {}

    /**
     * Renewals that were lost for one reason.
     *
     * @param reasonCode null: nobody said
     */
    public record LossReason(@Nullable String reasonCode, Figure lost, Figure lostTerms) {}

    /**
     * A renewal.
     *
     * @param plan       at the end of the term
     * @param dueOn      first day after the term, also when it was cut short
     * @param target     what was paid at its end
     * @param renewed    what the next term pays on its first day; null when there is none in time
     * @param renewedOn  first day of the next term; null when there is none in time
     * @param notice     whether a notice stands
     * @param reasonCode why it was lost, or of the notice; null when nobody said
     */
    public record DueRenewal(
            String customerId,
            String licenseId,
            String plan,
            LocalDate dueOn,
            Money target,
            RenewalOutcome outcome,
            @Nullable Money renewed,
            @Nullable LocalDate renewedOn,
            boolean notice,
            @Nullable String reasonCode) {}
}
