package tenure.domain.license.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * The customer took its notice back.
 *
 * @param occurredAt when it did
 */
@EventName("license.notice-withdrawn")
public record NoticeWithdrawn(String licenseId, String customerId, Instant occurredAt) implements LicenseEvent {}
