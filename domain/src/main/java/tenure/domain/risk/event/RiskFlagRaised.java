package tenure.domain.risk.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * A customer was flagged as at risk.
 *
 * @param reason  word to count by; one flag stands per reason
 * @param modelId the risk model that said so
 * @param health  at that moment, 0 to 100
 */
@EventName("risk-flag.raised")
public record RiskFlagRaised(String customerId, String reason, String modelId, int health, Instant occurredAt)
        implements RiskWatchEvent {}
