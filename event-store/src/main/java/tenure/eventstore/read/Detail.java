package tenure.eventstore.read;

import java.util.EnumSet;
import java.util.Set;

/** What a reader may want to know of events beyond position, type, times, customer and user. */
public enum Detail {
    /** The stream that it belongs to. Costs a look-up per event. */
    STREAM,
    /** Who did it and why: actor, command key, correlation and causation. */
    ORIGIN,
    /** What happened, as JSON: the bulk of an event. */
    PAYLOAD;

    /** Everything. */
    public static final Set<Detail> ALL = Set.copyOf(EnumSet.allOf(Detail.class));
}
