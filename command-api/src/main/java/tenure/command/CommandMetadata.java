package tenure.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for a command, and under which key. Travels with the command and is stored with its events.
 *
 * @param actor           who did it
 * @param caller          whose keys these are; keys of one caller never meet those of another
 * @param commandKey      the idempotency key; a generated one when none was sent
 * @param requestHash     hex SHA-256 over the command's name and its canonical body; null when the key was generated,
 *                        as nobody can repeat it and so nobody has to remember it
 * @param correlationId   what the request belongs to, from {@code traceparent} or generated
 * @param causationId     the command's id
 * @param expectedVersion version the stream must be at; null when any will do
 */
public record CommandMetadata(
        String actor,
        String caller,
        String commandKey,
        @Nullable String requestHash,
        String correlationId,
        String causationId,
        @Nullable Long expectedVersion) {

    /** Name of the expected version in the metadata of a command message. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    /** Names of what is to be copied from the command to its events. */
    public static final List<String> COPIED_TO_EVENTS =
            List.of("actor", "caller", "commandKey", "requestHash", "correlationId", "causationId");

    /** As Axon carries it: text to text. */
    public MetaData asMetaData() {
        Map<String, String> entries = new HashMap<>();
        entries.put("actor", actor);
        entries.put("caller", caller);
        entries.put("commandKey", commandKey);
        entries.put("correlationId", correlationId);
        entries.put("causationId", causationId);
        if (requestHash != null) {
            entries.put("requestHash", requestHash);
        }
        if (expectedVersion != null) {
            entries.put(EXPECTED_VERSION, expectedVersion.toString());
        }
        return MetaData.from(entries);
    }
}
