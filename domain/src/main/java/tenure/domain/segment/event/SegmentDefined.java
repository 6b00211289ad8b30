package tenure.domain.segment.event;

import java.time.Instant;
import java.util.List;
import tenure.domain.shared.EventName;

/**
 * A segment of customers was defined, or defined anew.
 *
 * @param conditions what all must hold for a customer to belong to it; empty: all customers do
 * @param occurredAt when the definition was made
 */
@EventName("segment.defined")
public record SegmentDefined(String segmentId, String name, List<Condition> conditions, Instant occurredAt)
        implements SegmentEvent {
    /** Copies the conditions. */
    public SegmentDefined {
        conditions = List.copyOf(conditions);
    }

    /**
     * One condition.
     *
     * @param property what is compared, such as region
     * @param operator is, is-not, at-least, less-than or contains
     * @param values   what it is compared with: any of them may fit, with is-not none; one for at-least and less-than
     */
    public record Condition(String property, String operator, List<String> values) {
        /** Copies the values. */
        public Condition {
            values = List.copyOf(values);
        }
    }
}
