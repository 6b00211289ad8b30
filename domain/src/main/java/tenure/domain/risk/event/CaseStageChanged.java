package tenure.domain.risk.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * The work on a case went on to another stage.
 *
 * @param stage new, contacted, plan-agreed or recovering
 */
@EventName("case.stage-changed")
public record CaseStageChanged(String customerId, String caseId, String stage, Instant occurredAt)
        implements RiskWatchEvent {}
