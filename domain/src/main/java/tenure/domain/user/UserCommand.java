package tenure.domain.user;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Described;
import tenure.domain.shared.Label;
import tenure.domain.shared.NamesCustomer;

/** Everything that can be asked of a {@link User}. Refusals: {@link UserRefusal}. */
public sealed interface UserCommand {

    /** Invites a person at a known customer. An id can be invited once. */
    @Described(
            "Invites a person at a known customer. The id is yours to choose, should mean nothing outside, and can be"
                    + " invited once.")
    record InviteUser(
            @TargetAggregateIdentifier @Described("Your id for the user; no name and no address.")
            UserId userId,

            @Described("The customer the person works for.") CustomerId customerId,

            @Described(value = "Where the person works.", otherwise = "null") @Nullable Label department,

            @Described(value = "What the person does there.", otherwise = "null") @Nullable Label role,

            @Described(value = "When the invitation was sent.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements UserCommand, NamesCustomer {}

    /** Records that a user took the invitation up. Asking again changes nothing. */
    @Described("Records that a user took the invitation up. Asking again changes nothing.")
    record ActivateUser(
            @TargetAggregateIdentifier @Described("The user.")
            UserId userId,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements UserCommand {}

    /** Changes where a user works or what the user does there. What is left out stays. */
    @Described("Changes where a user works or what the user does there. What is left out stays as it is.")
    record ChangeUserRole(
            @TargetAggregateIdentifier @Described("The user.")
            UserId userId,

            @Described(value = "Where the user works from then on.", otherwise = "null") @Nullable Label department,

            @Described(value = "What the user does there from then on.", otherwise = "null") @Nullable Label role,

            @Described(value = "When it changed.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements UserCommand {}

    /** Shuts a user out for the time being. Asking again changes nothing. */
    @Described("Shuts a user out for the time being. Asking again changes nothing.")
    record DeactivateUser(
            @TargetAggregateIdentifier @Described("The user.")
            UserId userId,

            @Described(value = "When it was done.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements UserCommand {}

    /** Lets a user in again who had been shut out; of any other user it changes nothing. */
    @Described("Lets a user in again who had been shut out. Of any other user it changes nothing.")
    record ReactivateUser(
            @TargetAggregateIdentifier @Described("The user.")
            UserId userId,

            @Described(value = "When it was done.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements UserCommand {}

    /** Ends the record of a user; nothing can be asked of the user afterwards. Asking again changes nothing. */
    @Described("Ends the record of a user for good: no other command to the user is taken afterwards. Asking"
            + " again changes nothing.")
    record EraseUser(
            @TargetAggregateIdentifier @Described("The user.")
            UserId userId,

            @Described(value = "When it was asked for.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements UserCommand {}
}
