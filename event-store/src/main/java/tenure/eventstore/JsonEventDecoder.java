package tenure.eventstore;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import tenure.eventstore.read.EventDecoder;
import tenure.eventstore.read.RecordedEvent;
import tools.jackson.databind.json.JsonMapper;

/** Reads payloads as the classes that the catalogue names today, whatever revision they were stored in. */
public final class JsonEventDecoder implements EventDecoder {

    private final EventNames names;
    private final EventPayloads payloads;

    /** A decoder for the events of a catalogue. */
    public JsonEventDecoder(EventNames names, JsonMapper json) {
        this.names = names;
        this.payloads = new EventPayloads(names, json);
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
        return payloads.read(new EventType(recorded.type(), recorded.revision()), recorded.payload());
    }
}
