package tenure.domain.segment.event;

/** Everything that can happen to a segment. */
public sealed interface SegmentEvent permits SegmentDefined {}
