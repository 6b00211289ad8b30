package tenure.domain.license.event;

import java.time.Instant;
import java.time.LocalDate;
import tenure.domain.shared.EventName;

/**
 * A customer bought a license.
 *
 * @param seats                  named users paid for
 * @param pricePerSeatMinorUnits per seat and month, in the smallest unit of the currency
 * @param currency               ISO 4217 code
 * @param startsOn               first day of the term
 * @param endsOn                 first day after the term, as sold
 * @param autoRenew              whether it goes on unless somebody gives notice
 * @param occurredAt             when the contract was signed
 */
@EventName("license.sold")
public record LicenseSold(
        String licenseId,
        String customerId,
        String product,
        String plan,
        int seats,
        long pricePerSeatMinorUnits,
        String currency,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean autoRenew,
        Instant occurredAt)
        implements LicenseEvent {}
