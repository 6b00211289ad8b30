package tenure.domain.risk.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * A case came to its end.
 *
 * @param outcome saved, lost or no-risk
 * @param note    in words; may be empty
 */
@EventName("case.closed")
public record CaseClosed(String customerId, String caseId, String outcome, String note, Instant occurredAt)
        implements RiskWatchEvent {}
