package tenure.domain.license.event;

import java.time.Instant;
import java.time.LocalDate;
import tenure.domain.shared.EventName;

/**
 * The customer went over to another edition within a term.
 *
 * @param plan                   the edition from then on
 * @param pricePerSeatMinorUnits per seat and month from then on, in the smallest unit of the license's currency
 * @param effectiveOn            first day it holds
 * @param occurredAt             when it was agreed
 */
@EventName("license.plan-changed")
public record PlanChanged(
        String licenseId,
        String customerId,
        String plan,
        long pricePerSeatMinorUnits,
        LocalDate effectiveOn,
        Instant occurredAt)
        implements LicenseEvent {}
