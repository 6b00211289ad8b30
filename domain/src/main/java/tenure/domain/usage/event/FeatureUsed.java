package tenure.domain.usage.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A user used a feature.
 *
 * @param customerId whose user it is; null when nobody knew
 * @param count      how often; 1 or more
 * @param corrects   id of the event that this one replaces; null when it replaces none
 * @param occurredAt when it happened, as told by the source
 */
@EventName("usage.feature-used")
public record FeatureUsed(
        String userId,
        @Nullable String customerId,
        String feature,
        long count,
        @Nullable String corrects,
        Instant occurredAt)
        implements UsageEvent {}
