package tenure.domain.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Code;
import tenure.domain.shared.Described;
import tenure.domain.shared.Label;
import tenure.domain.shared.NamesCustomer;
import tenure.domain.shared.Note;
import tenure.domain.shared.Targeted;

/** Everything that can be asked of a {@link RiskWatch}. */
public sealed interface RiskWatchCommand extends NamesCustomer, Targeted {

    @Override
    default String stream() {
        return RiskWatchId.of(customerId()).toString();
    }

    /** Flags a customer as at risk. Asking again while the flag for that reason stands changes nothing. */
    @Described("Flags a customer as at risk. Asking again while the flag for that reason stands changes nothing.")
    record RaiseRiskFlag(
            @Described("The customer at risk.") CustomerId customerId,

            @Described("Why, as a word to count by, such as low-health.")
            Code reason,

            @Described("The risk model that says so.") Code modelId,

            @Described("The health at that moment, from 0 to 100.")
            Health health,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements RiskWatchCommand {}

    /** Takes the flag back. Without a flag for that reason it changes nothing. */
    @Described("Takes the flag back. Without a flag for that reason it changes nothing.")
    record ClearRiskFlag(
            @Described("The customer that was at risk.") CustomerId customerId,
            @Described("The reason it was raised for.") Code reason,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements RiskWatchCommand {}

    /** Opens a case. Asking again while it is open changes nothing. Refusals: {@link RiskWatchRefusal}. */
    @Described("Opens a case about a risk, one per customer and reason. Asking again while it is open changes nothing.")
    record OpenCase(
            @Described("The customer at risk.") CustomerId customerId,
            @Described("Your id for the case.") Code caseId,

            @Described("Why, as a word to count by, such as low-health.")
            Code reason,

            @Described("What the case is called.") Label title,

            @Described(value = "Id of the colleague who works on it.", otherwise = "null") @Nullable Code owner,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements RiskWatchCommand {}

    /** Records how far the work has come. The same stage again changes nothing. Refusals: {@link RiskWatchRefusal}. */
    @Described("Records how far the work on an open case has come. The same stage again changes nothing.")
    record ChangeCaseStage(
            @Described("The customer at risk.") CustomerId customerId,
            @Described("The case.") Code caseId,

            @Described("How far the work has come; it begins with new.")
            CaseStage stage,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements RiskWatchCommand {}

    /** Records what was done. Each time is recorded. Refusals: {@link RiskWatchRefusal}. */
    @Described("Records what was done about an open case. Each time is recorded.")
    record LogIntervention(
            @Described("The customer at risk.") CustomerId customerId,
            @Described("The case.") Code caseId,
            @Described("What was done.") InterventionKind kind,
            @Described("What was done, in words.") Note note,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements RiskWatchCommand {}

    /** Closes a case for good. The same outcome again changes nothing. Refusals: {@link RiskWatchRefusal}. */
    @Described("Closes a case for good. Asking again for the same outcome changes nothing.")
    record CloseCase(
            @Described("The customer.") CustomerId customerId,
            @Described("The case.") Code caseId,
            @Described("What came of it.") CaseOutcome outcome,

            @Described(value = "What came of it, in words.", otherwise = "\"\"")
            Note note,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements RiskWatchCommand {}
}
