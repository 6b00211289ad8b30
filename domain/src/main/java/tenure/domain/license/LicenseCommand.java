package tenure.domain.license;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Code;
import tenure.domain.shared.Described;
import tenure.domain.shared.Label;
import tenure.domain.shared.NamesCustomer;
import tenure.domain.shared.NamesUser;
import tenure.domain.shared.Note;
import tenure.domain.shared.OfOneCustomer;
import tenure.domain.user.UserId;

/** Everything that can be asked of a {@link License}. Refusals: {@link LicenseRefusal}. */
public sealed interface LicenseCommand {

    /** Most seats that are released together, and most users that a refusal tells to choose from. */
    int MOST_RELEASED = 1_000;

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

            @Described(value = "Users whose seats to release with it.", otherwise = "[]", maxEntries = MOST_RELEASED)
            List<UserId> release,

            @Described(value = "When it was agreed.", otherwise = Described.START_OF + "effectiveOn")
            Instant occurredAt)
            implements LicenseCommand {
        /** Copies the users. */
        public ChangeSeats {
            release = List.copyOf(release);
        }
    }

    /** Goes over to another edition within a term. Asking for what is in force changes nothing. */
    @Described("Goes over to another edition within a term. Asking for what is in force changes nothing.")
    record ChangePlan(
            @TargetAggregateIdentifier @Described("The license to change.")
            LicenseId licenseId,

            @Described("Which edition of the product from then on.")
            Label plan,

            @Described("Price per seat and month from then on, in the smallest unit of the license's currency.")
            MinorUnits pricePerSeatMinorUnits,

            @Described("First day it holds.") LocalDate effectiveOn,

            @Described(value = "When it was agreed.", otherwise = Described.START_OF + "effectiveOn")
            Instant occurredAt)
            implements LicenseCommand {}

    /** Gives a user one of the seats. Who has one already keeps it, and nothing changes. */
    @Described("Gives a user one of the seats. Who has one already keeps it, and nothing changes.")
    record AssignSeat(
            @TargetAggregateIdentifier @Described("The license whose seat it is.")
            LicenseId licenseId,

            @Described("Who gets the seat.") UserId userId,

            @Described(value = "First moment of the seat.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements LicenseCommand, NamesUser, OfOneCustomer {
        @Override
        public List<String> parties() {
            return List.of(licenseId.toString(), userId.toString());
        }
    }

    /** Takes the seat back from a user, so that somebody else can have it. Who has none changes nothing. */
    @Described("Takes the seat back from a user, so that somebody else can have it. Who has none changes nothing.")
    record ReleaseSeat(
            @TargetAggregateIdentifier @Described("The license whose seat it is.")
            LicenseId licenseId,

            @Described("Who gives the seat back.") UserId userId,

            @Described(value = "First moment without the seat.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements LicenseCommand {}

    /** Notes that a term is near its end. Nothing is noted twice, nor when the term is not the last or was cut short. */
    @Described("Notes that a term is near its end. Changes nothing when what follows was agreed, or noted before.")
    record OpenRenewalWindow(
            @TargetAggregateIdentifier @Described("The license to renew.")
            LicenseId licenseId,

            @Described("First day after the term.") LocalDate termEndsOn,

            @Described("When the end had come near enough.") Instant occurredAt)
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

            @Described(value = "Users whose seats to release with it.", otherwise = "[]", maxEntries = MOST_RELEASED)
            List<UserId> release,

            @Described(value = "When the renewal was agreed.", otherwise = Described.START_OF + "startsOn")
            Instant occurredAt)
            implements LicenseCommand {
        /** Checks the term. */
        public RenewLicense {
            new Term(startsOn, endsOn);
            release = List.copyOf(release);
        }
    }

    /** Records that the customer will not go on after the last term. Asking again changes nothing. */
    @Described("Records that the customer will not go on after the last term. Asking again changes nothing.")
    record GiveNotice(
            @TargetAggregateIdentifier @Described("The license that is not to be renewed.")
            LicenseId licenseId,

            @Described("Why, as a word to count by, such as price or unknown.")
            Code reasonCode,

            @Described(value = "Why, in words.", otherwise = "\"\"")
            Note reasonText,

            @Described(value = "When notice was given.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements LicenseCommand {}

    /** Records that the customer took its notice back. Asking again changes nothing; a renewal does it by itself. */
    @Described("Records that the customer took its notice back. Asking again changes nothing; a renewal does it too.")
    record WithdrawNotice(
            @TargetAggregateIdentifier @Described("The license that goes on after all.")
            LicenseId licenseId,

            @Described(value = "When it was taken back.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements LicenseCommand {}

    /** Ends a license. Asking again for the same day changes nothing. */
    @Described("Ends a license. Asking again for the same day changes nothing.")
    record CancelLicense(
            @TargetAggregateIdentifier @Described("The license to end.")
            LicenseId licenseId,

            @Described("First day without service.") LocalDate effectiveOn,

            @Described(value = "When it was ended.", otherwise = Described.START_OF + "effectiveOn")
            Instant occurredAt)
            implements LicenseCommand {}

    /**
     * Adds a term to a license that renews itself: as long as the last one, with plan, seats and price as they stand at its
     * end. Changes nothing when that is not the end of the last term, notice was given, it was cancelled, or it does not
     * renew itself.
     */
    @Described("Adds a term as long as the last one to a license that renews itself, with plan, seats and price as they"
            + " stand at its end. Changes nothing when that is not its end, or notice was given.")
    record ContinueLicense(
            @TargetAggregateIdentifier @Described("The license that renews itself.")
            LicenseId licenseId,

            @Described("First day after the last term.") LocalDate termEndsOn,

            @Described(value = "When the term was over.", otherwise = Described.START_OF + "termEndsOn")
            Instant occurredAt)
            implements LicenseCommand {}

    /** Records that the last term is over. Changes nothing when that is not its end, or the license renews itself. */
    @Described("Records that the last term is over. Changes nothing when that is not its end, or it renews itself.")
    record ExpireLicense(
            @TargetAggregateIdentifier @Described("The license that was not renewed.")
            LicenseId licenseId,

            @Described("First day after the last term.") LocalDate expiredOn,

            @Described(value = "When the term was over.", otherwise = Described.START_OF + "expiredOn")
            Instant occurredAt)
            implements LicenseCommand {}
}
