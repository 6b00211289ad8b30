package tenure.query.projection;

import java.util.Collection;
import java.util.List;
import tenure.eventstore.read.RecordedEvent;

/**
 * Folds events into rows that answer questions.
 *
 * <p>A projection is a pure function of the log: no clock, no chance, no sums of floating point numbers. An event that
 * comes twice, or late, must leave the same rows as one that came once and in time.
 */
public interface Projection {

    /** Its name in addresses and tables, for example {@code customers}. */
    String name();

    /** The classes of events it wants; a sealed interface stands for all events below it. */
    Collection<Class<?>> events();

    /** Writes what a page of events means. Called within the transaction that also moves the position. */
    void apply(List<Happening> page);

    /**
     * An event with the place it has in the log.
     *
     * @param event    the event itself
     * @param recorded its position, times and names
     */
    record Happening(Object event, RecordedEvent recorded) {

        /** Place in the log. */
        public long position() {
            return recorded.position();
        }
    }
}
