package tenure.eventstore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads stored payloads as the classes of today, through the upcasters where they were stored in an older shape. */
final class EventPayloads {

    private final EventNames names;
    private final JsonMapper json;
    private final Map<EventType, ObjectReader> readers = new ConcurrentHashMap<>();

    EventPayloads(EventNames names, JsonMapper json) {
        this.names = names;
        this.json = json;
    }

    /** Fails when the catalogue does not know the type, or the bytes are not what it says they are. */
    Object read(EventType type, byte[] payload) {
        var step = names.upcasterFrom(type);
        if (step == null) {
            return readers.computeIfAbsent(type, shape -> json.readerFor(names.classOf(shape)))
                    .readValue(payload);
        }
        var tree = json.readTree(payload);
        var shape = type;
        while (step != null) {
            tree = step.upcast(tree);
            shape = step.to();
            step = names.upcasterFrom(shape);
        }
        return json.treeToValue(tree, names.classOf(shape));
    }
}
