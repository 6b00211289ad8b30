package tenure.domain.license.event;

import java.time.Instant;
import java.time.LocalDate;
import tenure.domain.shared.EventName;

/**
 * A license was ended.
 *
 * @param effectiveOn first day without service
 * @param occurredAt  when it was ended
 */
@EventName("license.cancelled")
public record LicenseCancelled(String licenseId, String customerId, LocalDate effectiveOn, Instant occurredAt)
        implements LicenseEvent {}
