package tenure.domain.usage.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A user logged on.
 *
 * @param customerId whose user it is; null when nobody knew
 * @param corrects   id of the event that this one replaces; null when it replaces none
 * @param occurredAt when it happened, as told by the source
 */
@EventName("usage.logged-on")
public record LoggedOn(
        String userId,
        @Nullable String customerId,
        @Nullable String corrects,
        Instant occurredAt) implements UsageEvent {}
