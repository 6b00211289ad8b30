package tenure.query.engagement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.people.Level;
import tenure.query.people.Person;
import tenure.query.shared.Figure;
import tenure.query.shared.Page;

/**
 * A page of the users of a customer.
 *
 * @param position   what was recorded after it did not count
 * @param known      users on all pages; null when nothing is known of persons
 * @param nextCursor asks for the next page; null on the last
 * @param users      in the order of their ids
 */
public record CustomerUsers(
        LocalDate asOf,
        long position,
        String customerId,
        Basis basis,
        @Nullable Figure known,
        @Nullable String nextCursor,
        List<CustomerUser> users)
        implements Page {

    @Override
    public List<CustomerUser> rows() {
        return users;
    }

    /**
     * A user.
     *
     * @param createdOn         day of the first that is told of the user
     * @param lastActiveOn      last day with a log-on or the use of a feature; null: never
     * @param activeDays        active days of the last 14
     * @param activeDaysPer28   active days of the last 84 at the rate of 28; of the days since creation where these are
     *                          fewer; null when they are fewer than 14
     * @param week              what became of the user within the last seven days
     * @param fourWeeks         the same within the last 28 days
     * @param level             highest level of which the user used two features or more, on two days or more in all; null:
     *                          none
     * @param daysFromCoreToAdvanced from the first core event to the first use of an advanced feature; null: not there yet
     */
    public record CustomerUser(
            String userId,
            @Nullable String department,
            @Nullable String role,
            Person.State state,
            LocalDate createdOn,
            @Nullable LocalDate lastActiveOn,
            Figure activeDays,
            Consistency consistency,
            @Nullable BigDecimal activeDaysPer28,
            Lifecycle week,
            Lifecycle fourWeeks,
            @Nullable Level level,
            @Nullable Long daysFromCoreToAdvanced,
            Person.Training training) {}
}
