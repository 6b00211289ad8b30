package tenure.eventstore.read;

import java.util.List;

/**
 * Events of a stretch of the log, and how far the stretch goes.
 *
 * @param events  in the order that was asked for
 * @param reached going forward, the last position that was looked at, and going back, the lowest: from here the next
 *     page goes on, whether or not this one holds events
 */
public record LogPage(List<RecordedEvent> events, long reached) {}
