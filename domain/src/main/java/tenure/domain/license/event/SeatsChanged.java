package tenure.domain.license.event;

import java.time.Instant;
import java.time.LocalDate;
import tenure.domain.shared.EventName;

/**
 * Seats were added or given up within a term.
 *
 * @param seats                  named users paid for from then on
 * @param pricePerSeatMinorUnits per seat and month from then on, in the smallest unit of the license's currency
 * @param effectiveOn            first day it holds
 * @param occurredAt             when it was agreed
 */
@EventName("license.seats-changed")
public record SeatsChanged(
        String licenseId,
        String customerId,
        int seats,
        long pricePerSeatMinorUnits,
        LocalDate effectiveOn,
        Instant occurredAt)
        implements LicenseEvent {}
