package tenure.domain.risk.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * The flag was taken back.
 *
 * @param reason the reason it was raised for
 */
@EventName("risk-flag.cleared")
public record RiskFlagCleared(String customerId, String reason, Instant occurredAt) implements RiskWatchEvent {}
