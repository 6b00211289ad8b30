package tenure.domain.segment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import tenure.domain.segment.SegmentCommand.DefineSegment;
import tenure.domain.segment.event.SegmentDefined;

/** Which customers are looked at together. Its commands come by {@link SegmentDefinitions}. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class Segment {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private SegmentId id;

    private SegmentDefined definition;

    /** For Axon, which fills it from its events. */
    protected Segment() {}

    Segment(DefineSegment command) {
        apply(command.asDefined(command.occurredAt()));
    }

    void decide(DefineSegment command) {
        if (command.asDefined(definition.occurredAt()).equals(definition)) {
            return;
        }
        apply(command.asDefined(command.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(SegmentDefined event) {
        id = new SegmentId(event.segmentId());
        definition = event;
    }
}
