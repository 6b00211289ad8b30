package tenure.eventstore.read;

import java.util.Collection;
import java.util.Set;

/** Turns stored events back into the objects that were recorded. */
public interface EventDecoder {

    /** The stored names under which events of these classes, or of classes below them, are kept. */
    Set<String> namesOf(Collection<Class<?>> classes);

    /** The event itself. Fails when its type is unknown or its payload unreadable. */
    Object decode(RecordedEvent recorded);
}
