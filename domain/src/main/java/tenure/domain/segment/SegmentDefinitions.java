package tenure.domain.segment;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import tenure.domain.segment.SegmentCommand.DefineSegment;
import tenure.domain.shared.CreateIfMissing;

/** Defines a segment the first time and redefines it later. */
public class SegmentDefinitions {

    private final Repository<Segment> segments;

    /** Works on the given segments. */
    public SegmentDefinitions(Repository<Segment> segments) {
        this.segments = segments;
    }

    /** Takes the definition over. */
    @CommandHandler
    public void decide(DefineSegment command) throws Exception {
        CreateIfMissing.decide(
                segments,
                command.segmentId().toString(),
                segment -> segment.decide(command),
                () -> new Segment(command));
    }
}
