package tenure.domain.license.event;

import java.time.Instant;
import java.time.LocalDate;
import tenure.domain.shared.EventName;

/**
 * A term came near its end, and nothing was agreed for the time after it.
 *
 * @param termEndsOn first day after the term
 * @param occurredAt when it had come near enough
 */
@EventName("license.renewal-window-opened")
public record RenewalWindowOpened(String licenseId, String customerId, LocalDate termEndsOn, Instant occurredAt)
        implements LicenseEvent {}
