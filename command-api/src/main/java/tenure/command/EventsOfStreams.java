package tenure.command;

import java.util.List;

/** What the log holds of single streams. */
@FunctionalInterface
public interface EventsOfStreams {
    /** What happened in a stream, such as {@code user/anna}, in its order; nothing when there is none. */
    List<Object> eventsOf(String stream);
}
