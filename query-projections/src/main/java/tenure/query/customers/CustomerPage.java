package tenure.query.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Money;

/**
 * One customer on a day.
 *
 * @param position the log up to here is in the figures
 * @param profile  what was told of it at sign-up
 * @param churn    why it left, when it had by the day
 * @param terms    every term that had been sold by the day, newest first
 */
public record CustomerPage(
        LocalDate asOf,
        long position,
        CustomerRow customer,
        Map<String, String> profile,
        @Nullable Churn churn,
        List<Term> terms) {

    /** The end of a customer. */
    public record Churn(LocalDate churnedOn, String reasonCode, String reasonText) {}

    /**
     * A term of a license.
     *
     * @param seats        seats on the day, or at the end of a past term
     * @param pricePerSeat per month
     * @param endsOn       first day after it, as sold
     * @param endedEarlyOn first day without service when it was cancelled before its end
     */
    public record Term(
            String licenseId,
            @Nullable String product,
            String plan,
            int seats,
            Money pricePerSeat,
            Money monthlyRevenue,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable LocalDate endedEarlyOn,
            TermState state,
            boolean autoRenew) {}
}
