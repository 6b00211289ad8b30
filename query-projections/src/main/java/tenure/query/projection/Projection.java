package tenure.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.read.Detail;
import tenure.eventstore.read.EventDecoder;
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

    /** The tables that are all its own, without a schema. They are made anew when it is; every statement says {@code query.} before them. */
    Set<String> tables();

    /** What it looks at beside positions, types, times and names; what it leaves out, it is spared reading. */
    default Set<Detail> details() {
        return Set.of(Detail.PAYLOAD);
    }

    /** Writes what a page of events means. Called within the transaction that also moves the position. */
    void apply(List<Happening> page);

    /** An event with the place it has in the log. */
    final class Happening {

        private final RecordedEvent recorded;
        private final EventDecoder decoder;
        private @Nullable Object event;

        Happening(RecordedEvent recorded, EventDecoder decoder) {
            this.recorded = recorded;
            this.decoder = decoder;
        }

        /** The event itself. Fails when it cannot be read. */
        public Object event() {
            if (event == null) {
                event = decoder.decode(recorded);
            }
            return event;
        }

        /** Reads the event ahead of time. What cannot be read is left to whoever asks for it. */
        void read() {
            try {
                event();
            } catch (RuntimeException | StackOverflowError e) {
                event = null;
            }
        }

        /** Its position, times and names. */
        public RecordedEvent recorded() {
            return recorded;
        }

        /** Place in the log. */
        public long position() {
            return recorded.position();
        }
    }
}
