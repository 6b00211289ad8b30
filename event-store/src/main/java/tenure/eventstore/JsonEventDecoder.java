package tenure.eventstore;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import tenure.eventstore.read.EventDecoder;
import tenure.eventstore.read.RecordedEvent;
import tools.jackson.databind.json.JsonMapper;

/** Reads payloads as the classes that the catalogue names. */
public final class JsonEventDecoder implements EventDecoder {

    private final EventNames names;
    private final JsonMapper json;

    /** A decoder for the events of a catalogue. */
    public JsonEventDecoder(EventNames names, JsonMapper json) {
        this.names = names;
        this.json = json;
    }

    @Override
    public Set<String> namesOf(Collection<Class<?>> classes) {
        return names.types().stream()
                .filter(type -> classes.stream().anyMatch(wanted -> wanted.isAssignableFrom(names.classOf(type))))
                .map(EventType::name)
                .collect(Collectors.toSet());
    }

    @Override
    public Object decode(RecordedEvent recorded) {
        return json.readValue(recorded.payload(), names.classOf(new EventType(recorded.type(), recorded.revision())));
    }
}
