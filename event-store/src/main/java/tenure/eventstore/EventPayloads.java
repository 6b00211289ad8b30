package tenure.eventstore;

import tools.jackson.databind.json.JsonMapper;

/** Reads stored payloads as the classes of today, through the upcasters where they were stored in an older shape. */
final class EventPayloads {

    private final EventNames names;
    private final JsonMapper json;

    EventPayloads(EventNames names, JsonMapper json) {
        this.names = names;
        this.json = json;
    }

    /** Fails when the catalogue does not know the type, or the bytes are not what it says they are. */
    Object read(EventType type, byte[] payload) {
        var step = names.upcasterFrom(type);
        if (step == null) {
            return json.readValue(payload, names.classOf(type));
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
