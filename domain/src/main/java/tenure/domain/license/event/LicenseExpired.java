package tenure.domain.license.event;

import java.time.Instant;
import java.time.LocalDate;
import tenure.domain.shared.EventName;

/**
 * The last term ended and no other had been agreed. Its seats end with it: after a late renewal they are assigned anew.
 *
 * @param expiredOn  first day without service
 * @param occurredAt when it ended
 */
@EventName("license.expired")
public record LicenseExpired(String licenseId, String customerId, LocalDate expiredOn, Instant occurredAt)
        implements LicenseEvent {}
