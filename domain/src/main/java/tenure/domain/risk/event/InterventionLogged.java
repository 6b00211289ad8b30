package tenure.domain.risk.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * Something was done about a case.
 *
 * @param kind call, email, meeting, training, offer or other
 */
@EventName("case.intervention-logged")
public record InterventionLogged(String customerId, String caseId, String kind, String note, Instant occurredAt)
        implements RiskWatchEvent {}
