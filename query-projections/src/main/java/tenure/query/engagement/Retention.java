package tenure.query.engagement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.Rate;

/**
 * Who came back, by the month of the first activity.
 *
 * @param position what was recorded after it did not count
 * @param unit     users or accounts
 * @param basis    how many of the customers tell of persons, of totals only, and of nothing
 * @param cohorts  oldest first; null when users are asked for and no customer tells of persons
 */
public record Retention(
        LocalDate asOf,
        long position,
        @Nullable String customerId,
        String unit,
        Engagement.CustomersByBasis basis,
        @Nullable List<RetentionCohort> cohorts) {

    /**
     * Those who were first active in a month.
     *
     * @param month  such as 2023-06
     * @param size   how many they are
     * @param months active in the month so many months later ÷ size, from the month itself to that of the day asked about;
     *               null where the month is not over
     */
    public record RetentionCohort(YearMonth month, Figure size, List<@Nullable Rate> months) {}
}
