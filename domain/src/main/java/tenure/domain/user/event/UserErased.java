package tenure.domain.user.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * Whatever else names a person was removed; the id, which means nothing outside, is what stays.
 *
 * @param occurredAt when it was asked for
 */
@EventName("user.erased")
public record UserErased(String userId, String customerId, Instant occurredAt) implements UserEvent {}
