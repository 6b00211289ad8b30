package tenure.eventstore;

import java.util.List;
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
    public record CommandKey(String caller, String key, String requestHash) {}

    int bytes() {
        return events.stream().mapToInt(NewEvent::bytes).sum();
    }
}
