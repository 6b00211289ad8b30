package tenure.domain.risk.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * Somebody began to work on a risk.
 *
 * @param reason word to count by; one case is open per reason
 * @param owner  id of the colleague who works on it; null when nobody does yet
 */
@EventName("case.opened")
public record CaseOpened(
        String customerId,
        String caseId,
        String reason,
        String title,
        @Nullable String owner,
        Instant occurredAt) implements RiskWatchEvent {}
