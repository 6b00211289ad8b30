package tenure.domain.segment;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tenure.domain.segment.event.SegmentDefined;
import tenure.domain.shared.Described;
import tenure.domain.shared.Label;

/** Everything that can be asked of a {@link Segment}. */
public sealed interface SegmentCommand {

    /** Defines a segment, or defines it anew. The same definition again changes nothing. */
    @Described("Defines a segment of customers, or defines it anew. The same definition again changes nothing.")
    record DefineSegment(
            @TargetAggregateIdentifier @Described("Your id for the segment.")
            SegmentId segmentId,

            @Described("What the segment is called.") Label name,

            @Described(
                    value = "What all must hold for a customer to belong to it; without any, all customers do.",
                    otherwise = "[]",
                    maxEntries = 20)
            List<SegmentCondition> conditions,

            @Described(value = "When the definition was made.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements SegmentCommand {
        /** Copies the conditions. */
        public DefineSegment {
            conditions = List.copyOf(conditions);
        }

        SegmentDefined asDefined(Instant definedAt) {
            return new SegmentDefined(
                    segmentId.value(),
                    name.value(),
                    conditions.stream().map(SegmentCondition::asDefined).toList(),
                    definedAt);
        }
    }
}
