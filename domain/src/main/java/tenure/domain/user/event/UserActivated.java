package tenure.domain.user.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * A user began to use the invitation.
 *
 * @param occurredAt when the user did
 */
@EventName("user.activated")
public record UserActivated(String userId, String customerId, Instant occurredAt) implements UserEvent {}
