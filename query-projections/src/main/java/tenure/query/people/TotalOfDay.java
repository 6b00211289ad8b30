package tenure.query.people;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer did on one day, from a source that knows no persons: the last report known of that day.
 *
 * @param activeUsers people who did anything; null when the source does not count them
 * @param actions     everything they did, counted
 * @param features    actions by feature
 */
public record TotalOfDay(
        String customerId,
        LocalDate day,
        long position,
        @Nullable Integer activeUsers,
        long actions,
        Map<String, Long> features) {

    /** Whether anybody did anything. */
    public boolean isActive() {
        return actions > 0 || (activeUsers != null && activeUsers > 0);
    }
}
