package tenure.query.revenue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.Question;
import tenure.query.shared.Rate;

/**
 * How much of the customers that began in a month is left after one month, two, and so on, each counted from its own first
 * day under contract. Source: definitions.md §3.9, pages.md 4.7.
 *
 * @param position       the log up to here is in the figures
 * @param from           first month of cohorts
 * @param to             first day that no cohort begins on any more
 * @param allowedGapDays days without a contract that do not count as an end
 * @param tables         one for customers; one a currency for revenue
 */
public record RevenueRetention(
        LocalDate asOf,
        long position,
        Unit unit,
        LocalDate from,
        LocalDate to,
        int allowedGapDays,
        List<CohortTable> tables) {

    /** What is counted. */
    public enum Unit {
        /** Customers under contract. */
        ACCOUNTS,
        /** Monthly revenue, in minor units. */
        REVENUE;

        /** The word in answers. */
        @JsonValue
        public String word() {
            return Question.word(this);
        }
    }

    /**
     * Cohorts.
     *
     * @param currency of the contracts that count; null: any
     * @param mean     all cohorts together, by months; only what is closed counts, on both sides
     */
    public record CohortTable(@Nullable String currency, List<@Nullable Rate> mean, List<RevenueCohort> cohorts) {}

    /**
     * Customers that began in a month.
     *
     * @param month    its first day
     * @param customers how many
     * @param size     customers, or what they paid on their first day
     * @param cells    what is left after 0, 1, 2 … months ÷ size; null while some have not come so far
     */
    public record RevenueCohort(LocalDate month, Figure customers, Figure size, List<@Nullable Rate> cells) {}
}
