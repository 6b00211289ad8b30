package tenure.domain.customer.event;

import java.time.Instant;
import java.util.Map;
import tenure.domain.shared.Checked;
import tenure.domain.shared.EventName;

/**
 * It was said who at a customer is meant to use what was bought. Replaces what was said before.
 *
 * @param departments users expected, by department, in the order of the names
 * @param occurredAt  when it was said
 */
@EventName("customer.audience-defined")
public record AudienceDefined(String customerId, Map<String, Integer> departments, Instant occurredAt)
        implements CustomerEvent {
    /** Sorts the departments. */
    public AudienceDefined {
        departments = Checked.sorted(departments);
    }
}
