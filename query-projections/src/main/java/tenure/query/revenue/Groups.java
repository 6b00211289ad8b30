package tenure.query.revenue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The group that a customer is in between two days.
 *
 * @param breakdown {@code plan}, or the name of a property of the profile
 */
record Groups(AccountLedger account, LocalDate from, LocalDate to, int gap, String breakdown) {

    private static final String PLAN = "plan";

    /**
     * The group of its contracts in a currency.
     *
     * @param currency null: the customer as a whole is in that of the first currency, by code, that it pays in on the
     *                 first day, or else on the second
     */
    @Nullable String of(@Nullable String currency) {
        if (!breakdown.equals(PLAN)) {
            return account.property(breakdown);
        }
        if (currency != null) {
            return Movement.of(account, from, to, currency, gap).plan();
        }
        String later = null;
        for (var one : account.currencies()) {
            var movement = Movement.of(account, from, to, one, gap);
            if (movement.start() != null) {
                return movement.start().plan();
            }
            later = later == null ? movement.plan() : later;
        }
        return later;
    }
}
