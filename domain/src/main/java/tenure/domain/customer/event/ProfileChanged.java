package tenure.domain.customer.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.Checked;
import tenure.domain.shared.EventName;

/**
 * Something else is known about a customer. Only what differs from before is told.
 *
 * @param name       what the customer is called from then on; null when that stays
 * @param profile    keys that were added or got another value, in the order of the keys
 * @param removed    keys that no longer hold, in their order
 * @param occurredAt when it changed
 */
@EventName("customer.profile-changed")
public record ProfileChanged(
        String customerId, @Nullable String name, Map<String, String> profile, List<String> removed, Instant occurredAt)
        implements CustomerEvent {
    /** Sorts what changed. */
    public ProfileChanged {
        profile = Checked.sorted(profile);
        removed = removed.stream().sorted().toList();
    }
}
