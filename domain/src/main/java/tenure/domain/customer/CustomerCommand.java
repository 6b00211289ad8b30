package tenure.domain.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.Checked;
import tenure.domain.shared.Code;
import tenure.domain.shared.Described;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;
import tenure.domain.shared.Note;
import tenure.domain.shared.Rating;
import tenure.domain.shared.WholeNumber;

/** Everything that can be asked of a {@link Customer}. Refusals: {@link CustomerRefusal}. */
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
            profile = checkedProfile(profile);
        }
    }

    /** Changes the name or parts of the profile; the rest stays. What is so already changes nothing. */
    @Described("Changes the name or parts of the profile; the rest stays. What is so already changes nothing.")
    record ChangeProfile(
            @TargetAggregateIdentifier @Described("The customer to change.")
            CustomerId customerId,

            @Described(value = "What the customer is called from then on; null leaves it.", otherwise = "null")
            @Nullable Label name,

            @Described(value = "Keys to add or to give another value.", otherwise = "{}")
            Map<String, Label> profile,

            @Described(value = "Keys to remove.", otherwise = "[]")
            List<Code> remove,

            @Described(value = "When it changed.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements CustomerCommand {
        /** Checks the keys of the profile. */
        public ChangeProfile {
            profile = checkedProfile(profile);
            remove = List.copyOf(remove);
            for (var key : remove) {
                if (profile.containsKey(key.value())) {
                    throw new InvalidValue("remove", "KEY_TWICE", "A key can be set or removed, not both.");
                }
            }
        }
    }

    /** Says who looks after a customer. The same colleague again changes nothing. */
    @Described("Says who looks after a customer. The same colleague again changes nothing.")
    record AssignOwner(
            @TargetAggregateIdentifier @Described("The customer to look after.")
            CustomerId customerId,

            @Described("Your id of the colleague who looks after it from then on.")
            Code owner,

            @Described(value = "When it was decided.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements CustomerCommand {}

    /** Says who is meant to use what was bought, and replaces what was said before. The same again changes nothing. */
    @Described(
            "Says who is meant to use what was bought; replaces what was said before. The same again changes nothing.")
    record DefineAudience(
            @TargetAggregateIdentifier @Described("The customer whose people they are.")
            CustomerId customerId,

            @Described(value = "Users expected, by department.", maxEntries = 200)
            Map<String, WholeNumber> departments,

            @Described(value = "When it was said.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements CustomerCommand {
        /** Checks the names of the departments. */
        public DefineAudience {
            departments = Checked.sorted(departments);
            for (var department : departments.keySet()) {
                try {
                    new Label(department);
                } catch (InvalidValue invalid) {
                    throw new InvalidValue("departments", "BAD_KEY", "Name of a department: " + invalid.detail());
                }
            }
        }
    }

    /** Records how somebody judges that a customer is doing. Each judgement counts, an equal one too. */
    @Described("Records how somebody judges that a customer is doing. Each judgement counts, an equal one too.")
    record RateCustomer(
            @TargetAggregateIdentifier @Described("The customer that is judged.")
            CustomerId customerId,

            @Described("From 1 (bad) to 5 (good).") Rating rating,

            @Described(value = "Why, in words.", otherwise = "\"\"")
            Note note,

            @Described(value = "When it was judged.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements CustomerCommand {}

    /** Records that a customer left, also after a win-back. Asking again for the same day changes nothing. */
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

    /** Records why a customer that left says it did. The same again changes nothing. */
    @Described("Records why a customer that left says it did. The same again changes nothing.")
    record RecordExitInterview(
            @TargetAggregateIdentifier @Described("The customer that left.")
            CustomerId customerId,

            @Described("The main reason, as a word to count by.")
            Code reasonCode,

            @Described(value = "Further reasons, as words to count by.", otherwise = "[]")
            List<Code> reasons,

            @Described(value = "What was said.", otherwise = "\"\"")
            Note text,

            @Described(value = "When the talk took place.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements CustomerCommand {
        /** Copies the reasons. */
        public RecordExitInterview {
            reasons = List.copyOf(reasons);
        }
    }

    /** Records that a customer which had left came back. Asking again for the same day changes nothing. */
    @Described("Records that a customer which had left came back. Asking again for the same day changes nothing.")
    record WinBackCustomer(
            @TargetAggregateIdentifier @Described("The customer that came back.")
            CustomerId customerId,

            @Described("First day it counts as a customer again.")
            LocalDate wonBackOn,

            @Described(value = "When it came back.", otherwise = Described.START_OF + "wonBackOn")
            Instant occurredAt)
            implements CustomerCommand {}

    private static Map<String, Label> checkedProfile(Map<String, Label> profile) {
        for (var key : profile.keySet()) {
            if (!key.matches(Checked.ID_PATTERN)) {
                throw new InvalidValue("profile", "BAD_KEY", "Keys have 1 to 64 of the characters A-Z a-z 0-9 . _ -");
            }
        }
        return Checked.sorted(profile);
    }
}
