package tenure.domain.user.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * A user who had been shut out was let in again.
 *
 * @param occurredAt when it was done
 */
@EventName("user.reactivated")
public record UserReactivated(String userId, String customerId, Instant occurredAt) implements UserEvent {}
