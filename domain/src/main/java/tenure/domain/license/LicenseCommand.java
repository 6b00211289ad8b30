package tenure.domain.license;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Described;
import tenure.domain.shared.Label;
import tenure.domain.shared.NamesCustomer;

/** Everything that can be asked of a {@link License}. Refusals: {@link LicenseRefusal}. */
public sealed interface LicenseCommand {

    /** Sells a license to a known customer. An id can be sold once. */
    @Described("Sells a license to a known customer. Its id is yours to choose and can be sold once.")
    record SellLicense(
            @TargetAggregateIdentifier @Described("Your id for the license.")
            LicenseId licenseId,

            @Described("The customer that buys.") CustomerId customerId,
            @Described("What is licensed.") Label product,
            @Described("Which edition of it.") Label plan,
            @Described("Named users paid for.") Seats seats,

            @Described("Price per seat and month, in the smallest unit of the currency.")
            MinorUnits pricePerSeatMinorUnits,

            @Described("ISO 4217 code of the currency.") CurrencyCode currency,
            @Described("First day of the term.") LocalDate startsOn,
            @Described("First day after the term, as sold.") LocalDate endsOn,

            @Described("Whether it goes on unless somebody gives notice.")
            boolean autoRenew,

            @Described(value = "When the contract was signed.", otherwise = Described.START_OF + "startsOn")
            Instant occurredAt)
            implements LicenseCommand, NamesCustomer {
        /** Checks the term. */
        public SellLicense {
            new Term(startsOn, endsOn);
        }
    }

    /** Changes the number of seats within a term. Asking for what is in force changes nothing. */
    @Described("Changes the number of seats within a term. Asking for what is in force changes nothing.")
    record ChangeSeats(
            @TargetAggregateIdentifier @Described("The license to change.")
            LicenseId licenseId,

            @Described("Named users paid for from then on.") Seats seats,

            @Described("Price per seat and month from then on, in the smallest unit of the license's currency.")
            MinorUnits pricePerSeatMinorUnits,

            @Described("First day it holds.") LocalDate effectiveOn,

            @Described(value = "When it was agreed.", otherwise = Described.START_OF + "effectiveOn")
            Instant occurredAt)
            implements LicenseCommand {}

    /** Adds a term after the last one; a gap is allowed. Asking for the last term again changes nothing. */
    @Described("Adds a term after the last one; a gap is allowed. Asking for the last term again changes nothing.")
    record RenewLicense(
            @TargetAggregateIdentifier @Described("The license to renew.")
            LicenseId licenseId,

            @Described("Which edition of the product.") Label plan,
            @Described("Named users paid for.") Seats seats,

            @Described("Price per seat and month, in the smallest unit of the currency.")
            MinorUnits pricePerSeatMinorUnits,

            @Described("ISO 4217 code of the currency; the one it was sold in.")
            CurrencyCode currency,

            @Described("First day of the new term.") LocalDate startsOn,

            @Described("First day after the new term, as sold.")
            LocalDate endsOn,

            @Described("Whether it goes on unless somebody gives notice.")
            boolean autoRenew,

            @Described(value = "When the renewal was agreed.", otherwise = Described.START_OF + "startsOn")
            Instant occurredAt)
            implements LicenseCommand {
        /** Checks the term. */
        public RenewLicense {
            new Term(startsOn, endsOn);
        }
    }

    /** Ends a license. Asking again for the same day changes nothing. */
    @Described("Ends a license. Asking again for the same day changes nothing.")
    record CancelLicense(
            @TargetAggregateIdentifier @Described("The license to end.")
            LicenseId licenseId,

            @Described("First day without service.") LocalDate effectiveOn,

            @Described(value = "When it was ended.", otherwise = Described.START_OF + "effectiveOn")
            Instant occurredAt)
            implements LicenseCommand {}
}
