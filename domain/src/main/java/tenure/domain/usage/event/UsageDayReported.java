package tenure.domain.usage.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.Checked;
import tenure.domain.shared.EventName;

/**
 * What one customer did on one day, as totals. A second report for a day replaces the first.
 *
 * @param activeUsers people who did anything; null when the source does not count them
 * @param actions     everything they did, counted
 * @param features    actions per feature, only those above 0, in the order of the features
 * @param corrects    id of the event that this one replaces; null when it replaces none
 * @param occurredAt  when the day was over, as told by the source
 */
@EventName("usage.day-reported")
public record UsageDayReported(
        String customerId,
        LocalDate day,
        @Nullable Integer activeUsers,
        long actions,
        Map<String, Long> features,
        @Nullable String corrects,
        Instant occurredAt)
        implements UsageEvent {
    /** Sorts the features. */
    public UsageDayReported {
        features = Checked.sorted(features);
    }
}
