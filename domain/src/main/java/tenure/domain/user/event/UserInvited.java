package tenure.domain.user.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A person at a customer was invited to use what it bought.
 *
 * @param department where the person works; null when not told
 * @param role what the person does there; null when not told
 * @param occurredAt when the invitation was sent
 */
@EventName("user.invited")
public record UserInvited(
        String userId,
        String customerId,
        @Nullable String department,
        @Nullable String role,
        Instant occurredAt) implements UserEvent {}
