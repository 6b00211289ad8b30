package tenure.domain.license.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * A user gave a seat back, so that somebody else can have it.
 *
 * @param occurredAt first moment without the seat
 */
@EventName("license.seat-released")
public record SeatReleased(String licenseId, String customerId, String userId, Instant occurredAt)
        implements LicenseEvent {}
