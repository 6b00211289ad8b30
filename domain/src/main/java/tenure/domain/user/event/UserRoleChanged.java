package tenure.domain.user.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A user works elsewhere or does something else. Both are as they are from then on, also the one that stayed.
 *
 * @param department where the user works; null when not known
 * @param role what the user does there; null when not known
 * @param occurredAt when it changed
 */
@EventName("user.role-changed")
public record UserRoleChanged(
        String userId,
        String customerId,
        @Nullable String department,
        @Nullable String role,
        Instant occurredAt) implements UserEvent {}
