package tenure.domain.user.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * A user was shut out for the time being.
 *
 * @param occurredAt when it was done
 */
@EventName("user.deactivated")
public record UserDeactivated(String userId, String customerId, Instant occurredAt) implements UserEvent {}
