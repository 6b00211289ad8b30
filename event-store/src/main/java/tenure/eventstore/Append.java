package tenure.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events that are stored together or not at all.
 *
 * @param key    the key of the command, remembered for ever in the same transaction; null when it has none
 * @param events in order; empty when the command changed nothing and only its key is to be remembered
 */
public record Append(@Nullable CommandKey key, List<NewEvent> events) {

    /**
     * What tells one command from another.
     *
     * @param caller      who sent it; keys of different callers do not meet
     * @param key         chosen by the caller
     * @param requestHash hash of the request, so that one key cannot stand for two requests
     */
    public record CommandKey(String caller, String key, String requestHash) {

        /** The key and its caller in one. */
        String name() {
            return caller + '\n' + key;
        }
    }

    Stream<String> streams() {
        return events.stream().map(NewEvent::stream);
    }

    int bytes() {
        return events.stream().mapToInt(NewEvent::bytes).sum();
    }

    /** Whether, stream by stream, either no event has a version or each has the one that follows the one before it. */
    boolean isInSequence() {
        var next = new HashMap<String, @Nullable Long>();
        for (var event : events) {
            var version = event.version();
            if (next.containsKey(event.stream()) && !Objects.equals(next.get(event.stream()), version)) {
                return false;
            }
            next.put(event.stream(), version == null ? null : version + 1);
        }
        return true;
    }

    /** The version of the first event of each stream, where it has one. */
    Map<String, Long> firstVersions() {
        var versions = new HashMap<String, Long>();
        for (var event : events) {
            if (event.version() != null) {
                versions.putIfAbsent(event.stream(), event.version());
            }
        }
        return versions;
    }
}
