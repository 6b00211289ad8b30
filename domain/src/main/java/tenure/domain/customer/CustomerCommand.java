package tenure.domain.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tenure.domain.shared.Checked;
import tenure.domain.shared.Code;
import tenure.domain.shared.Described;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;
import tenure.domain.shared.Note;

/** Everything that can be asked of a {@link Customer}. */
public sealed interface CustomerCommand {

    /** Registers a company that buys. An id can be registered once. */
    @Described("Registers a company that buys. Its id is yours to choose and can be registered once.")
    record RegisterCustomer(
            @TargetAggregateIdentifier @Described("Your id for the customer.")
            CustomerId customerId,

            @Described("What the customer is called.") Label name,
            @Described("Day of the sign-up.") LocalDate registeredOn,

            @Described(value = "What is known about the company, by key, such as region or channel.", otherwise = "{}")
            Map<String, Label> profile,

            @Described(value = "When it happened.", otherwise = Described.START_OF + "registeredOn")
            Instant occurredAt)
            implements CustomerCommand {
        /** Checks the keys of the profile. */
        public RegisterCustomer {
            profile = Checked.sorted(profile);
            for (var key : profile.keySet()) {
                if (!key.matches(Checked.ID_PATTERN)) {
                    throw new InvalidValue(
                            "profile", "BAD_KEY", "Keys have 1 to 64 of the characters A-Z a-z 0-9 . _ -");
                }
            }
        }
    }

    /** Records that a customer left. Asking again for the same day changes nothing. Refusals: {@link CustomerRefusal}. */
    @Described("Records that a customer left. Asking again for the same day changes nothing.")
    record ChurnCustomer(
            @TargetAggregateIdentifier @Described("The customer that left.")
            CustomerId customerId,

            @Described("First day without service.") LocalDate churnedOn,

            @Described("Why, as a word to count by, such as price or unknown.")
            Code reasonCode,

            @Described(value = "Why, in words.", otherwise = "\"\"")
            Note reasonText,

            @Described(value = "When it happened.", otherwise = Described.START_OF + "churnedOn")
            Instant occurredAt)
            implements CustomerCommand {}
}
