package tenure.domain.usage.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import tenure.domain.shared.Checked;
import tenure.domain.shared.EventName;

/**
 * What one customer did on one day, as totals. A second report for a day replaces the first.
 *
 * @param activeUsers people who did anything
 * @param actions     everything they did, counted
 * @param features    actions per feature, only those above 0, in the order of the features
 * @param occurredAt  when the day was over, as told by the source
 */
@EventName("usage.day-reported")
public record UsageDayReported(
        String customerId, LocalDate day, int activeUsers, long actions, Map<String, Long> features, Instant occurredAt)
        implements UsageEvent {
    /** Sorts the features. */
    public UsageDayReported {
        features = Checked.sorted(features);
    }
}
