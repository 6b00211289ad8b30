package tenure.eventstore;

import static tenure.eventstore.EventNames.StoredClass.read;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.Append.CommandKey;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns Axon's messages into rows of the log and back. */
final class StoredMessages {

    private static final Set<String> IN_COLUMNS = Set.of(
            EventMetadata.ACTOR,
            EventMetadata.CALLER,
            EventMetadata.COMMAND_KEY,
            EventMetadata.REQUEST_HASH,
            EventMetadata.CORRELATION_ID,
            EventMetadata.CAUSATION_ID);

    /** Length of <code>{}</code>. */
    private static final int EMPTY_OBJECT = 2;

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final EventNames names;
    private final JsonMapper json;
    private final EventPayloads payloads;

    StoredMessages(EventNames names, JsonMapper json) {
        this.names = names;
        this.payloads = new EventPayloads(names, json);
        this.json = json;
    }

    /** The messages of one command: together or not at all. */
    Append append(List<? extends EventMessage<?>> messages) {
        var key = messages.isEmpty() ? null : key(messages.getFirst());
        return new Append(key, messages.stream().map(this::decided).toList());
    }

    /** A fact goes to the end of its stream, whatever stands there. */
    Append fact(String stream, EventMessage<?> message) {
        return new Append(key(message), List.of(event(stream, null, null, message)));
    }

    private NewEvent decided(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> domain
                ? event(domain.getAggregateIdentifier(), domain.getType(), domain.getSequenceNumber(), message)
                : event(message.getIdentifier(), null, 0L, message);
    }

    private NewEvent event(String stream, @Nullable String kind, @Nullable Long version, EventMessage<?> message) {
        Object payload = message.getPayload();
        var stored = names.storedClass(payload.getClass());
        var occurredAt = (Instant) read(stored.occurredAt(), payload);
        var metadata = new HashMap<String, String>();
        message.getMetaData().forEach((name, value) -> {
            if (!IN_COLUMNS.contains(name) && value != null) {
                metadata.put(name, value.toString());
            }
        });
        return new NewEvent(
                stream,
                kind,
                version,
                UUID.fromString(message.getIdentifier()),
                stored.type(),
                occurredAt == null ? message.getTimestamp() : occurredAt,
                (String) read(stored.customerId(), payload),
                (String) read(stored.userId(), payload),
                text(message, EventMetadata.CORRELATION_ID),
                text(message, EventMetadata.CAUSATION_ID),
                text(message, EventMetadata.COMMAND_KEY),
                text(message, EventMetadata.ACTOR),
                json.writeValueAsBytes(payload),
                json.writeValueAsBytes(metadata));
    }

    private static @Nullable CommandKey key(EventMessage<?> message) {
        var caller = text(message, EventMetadata.CALLER);
        var key = text(message, EventMetadata.COMMAND_KEY);
        var hash = text(message, EventMetadata.REQUEST_HASH);
        return caller == null || key == null || hash == null ? null : new CommandKey(caller, key, hash);
    }

    private static @Nullable String text(EventMessage<?> message, String name) {
        var value = message.getMetaData().get(name);
        return value == null ? null : value.toString();
    }

    Object payload(EventType type, byte[] payload) {
        return payloads.read(type, payload);
    }

    Map<String, String> metadata(byte[] metadata) {
        return metadata.length <= EMPTY_OBJECT ? Map.of() : json.readValue(metadata, TEXTS);
    }
}
