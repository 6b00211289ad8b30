package tenure.domain.customer.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * A colleague took a customer over.
 *
 * @param owner      id of the colleague who looks after the customer from then on
 * @param occurredAt when it was decided
 */
@EventName("customer.owner-assigned")
public record OwnerAssigned(String customerId, String owner, Instant occurredAt) implements CustomerEvent {}
