package tenure.domain.license.event;

import java.time.Instant;
import java.time.LocalDate;
import tenure.domain.shared.EventName;

/**
 * A further term was agreed. Plan, seats and price may differ from the term before.
 *
 * @param seats                  named users paid for
 * @param pricePerSeatMinorUnits per seat and month, in the smallest unit of the currency
 * @param currency               ISO 4217 code, the same as in the sale
 * @param startsOn               first day of the new term; a gap after the term before is possible
 * @param endsOn                 first day after the new term, as sold
 * @param autoRenew              whether it goes on unless somebody gives notice
 * @param occurredAt             when the renewal was agreed
 */
@EventName("license.renewed")
public record LicenseRenewed(
        String licenseId,
        String customerId,
        String plan,
        int seats,
        long pricePerSeatMinorUnits,
        String currency,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean autoRenew,
        Instant occurredAt)
        implements LicenseEvent {}
