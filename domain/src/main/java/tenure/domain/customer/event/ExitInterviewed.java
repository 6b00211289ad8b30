package tenure.domain.customer.event;

import java.time.Instant;
import java.util.List;
import tenure.domain.shared.EventName;

/**
 * A customer that left said why.
 *
 * @param reasonCode  the main reason, as a word to count by
 * @param reasonCodes further reasons, in the order they were given
 * @param text        what was said; may be empty
 * @param occurredAt  when the talk took place
 */
@EventName("customer.exit-interviewed")
public record ExitInterviewed(
        String customerId, String reasonCode, List<String> reasonCodes, String text, Instant occurredAt)
        implements CustomerEvent {
    /** Copies the reasons. */
    public ExitInterviewed {
        reasonCodes = List.copyOf(reasonCodes);
    }
}
