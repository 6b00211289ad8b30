package tenure.domain.license.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * A user got a seat. It lasts until it is released, or until the license is cancelled or expires.
 *
 * @param occurredAt first moment of the seat
 */
@EventName("license.seat-assigned")
public record SeatAssigned(String licenseId, String customerId, String userId, Instant occurredAt)
        implements LicenseEvent {}
