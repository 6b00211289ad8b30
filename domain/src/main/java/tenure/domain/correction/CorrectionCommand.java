package tenure.domain.correction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Described;
import tenure.domain.shared.EventId;
import tenure.domain.shared.Fact;
import tenure.domain.shared.Note;

/** Everything that can be said of a fact that is recorded already; another fact that replaces it says so itself. */
public sealed interface CorrectionCommand {

    /** Tells that a recorded fact never happened. The log keeps both. */
    @Described("Tells that a recorded fact never happened. The log keeps both.")
    record RetractFact(
            @Described("Event id of the fact.") EventId eventId,

            @Described(value = "The customer that the fact was recorded of.", otherwise = "null") @Nullable CustomerId customerId,

            @Described("Why it is taken back.") Note reason,

            @Described(value = "When it was taken back.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements CorrectionCommand, Fact {
        @Override
        public String stream() {
            return "retraction/" + eventId.value();
        }

        @Override
        public FactRetracted event() {
            return new FactRetracted(
                    eventId.value(), customerId == null ? null : customerId.value(), reason.value(), occurredAt);
        }
    }
}
