package tenure.eventstore.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a client asked of a log, and what it was answered. Times are of one clock for all clients; an operation
 * had its effect at some instant between the two.
 */
sealed interface Operation {

    int client();

    long invoked();

    long answered();

    /** How an append ended for its client. */
    enum End {
        STORED,
        REFUSED,
        UNKNOWN
    }

    /**
     * An append of one event.
     *
     * @param expected the version that it must get, or null for the next one
     * @param id       of the event; no other append has it
     * @param position where it is, when stored
     * @param version  which it is in its stream, when stored
     */
    record Append(
            int client,
            long invoked,
            long answered,
            String stream,
            @Nullable Long expected,
            long id,
            End end,
            long position,
            long version)
            implements Operation {}

    /** An event as a reader was handed it; readers of one stream are not told positions, which are 0 then. */
    record Event(long position, String stream, long version, long id) {}

    /** The events of a stream from a version on, all that there are. */
    record ReadStream(int client, long invoked, long answered, String stream, long from, List<Event> events)
            implements Operation {}

    /** Up to {@code limit} events of the log after a position. */
    record ReadLog(int client, long invoked, long answered, long after, int limit, List<Event> events)
            implements Operation {}

    /** The position of the last event. */
    record Tail(int client, long invoked, long answered, long position) implements Operation {}
}
