package tenure.query.engagement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.Rate;

/**
 * How regularly users and accounts use the product, and how their number moves.
 *
 * @param position   what was recorded after it did not count
 * @param customerId the customer asked about; null: all
 * @param basis      how many of the customers tell of persons, of totals only, and of nothing
 * @param users      null when no customer tells of persons
 */
public record Engagement(
        LocalDate asOf,
        long position,
        @Nullable String customerId,
        CustomersByBasis basis,
        @Nullable UserEngagement users,
        AccountEngagement accounts) {

    /** Customers by what is known of their use. */
    public record CustomersByBasis(long persons, long totals, long none) {}

    /**
     * Users. A user is active on a day with a log-on or any use of a feature.
     *
     * @param daily          active on the day
     * @param weekly         active within seven days
     * @param monthly        active within 28 days
     * @param workingDays    whether the three rates leave out Saturdays and Sundays
     * @param dailyOfMonthly mean of the daily actives of 28 days ÷ active within them; as user-days ÷ possible user-days
     * @param dailyOfWeekly  the same within seven days
     * @param weeklyOfMonthly mean of the weekly actives of four weeks ÷ active within them
     * @param activeOn       users who may work by their number of active days, from none to all of the last days
     * @param byClass        users who may work by consistency
     * @param lifecycle      oldest interval first
     */
    public record UserEngagement(
            Figure daily,
            Figure weekly,
            Figure monthly,
            boolean workingDays,
            Rate dailyOfMonthly,
            Rate dailyOfWeekly,
            Rate weeklyOfMonthly,
            List<Figure> activeOn,
            List<OfClass> byClass,
            List<LifecycleOfInterval> lifecycle) {}

    /**
     * Accounts. An account is active on a day when one of its users is, or when the totals of the day say so.
     *
     * @param byClass   customers that have not left, by consistency
     * @param lifecycle oldest interval first
     */
    public record AccountEngagement(List<OfClass> byClass, List<LifecycleOfInterval> lifecycle) {}

    /** How many are of a class. */
    public record OfClass(Consistency consistency, Figure count) {}

    /**
     * The interval {@code [from, to)}.
     *
     * @param active       new + returning + resurrecting; also the active of before + new + resurrecting − dormant
     * @param newlyCreated active, and created in this interval
     * @param dormant      active in the interval before, and not in this one
     * @param pulse        new and resurrecting ÷ dormant
     */
    public record LifecycleOfInterval(
            LocalDate from,
            LocalDate to,
            Figure active,
            Figure newlyCreated,
            Figure returning,
            Figure resurrecting,
            Figure dormant,
            Rate pulse) {}
}
