package tenure.query.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event, with all that surrounds it.
 *
 * @param metadata  what was stored beside the payload
 * @param leaf      hash of the event, hexadecimal
 * @param batch     the batch that vouches for it
 * @param thing     kind of the thing that it is about, such as license; null when none
 * @param stateHere fields of that thing as they stood after the event, as far as it was recorded by then
 * @param related   what has the same correlation
 */
public record LogEntry(
        HistoryEvent event,

        @JsonRawValue @Schema(types = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        String metadata,

        String leaf,
        Batch batch,
        @Nullable String thing,
        Map<String, String> stateHere,
        Related related) {

    /**
     * A batch of the log. Its hash follows from that of the batch before and from the leaves of its events.
     *
     * @param hash hexadecimal
     */
    public record Batch(long firstPosition, long lastPosition, String hash, String previousHash) {}

    /**
     * What has the same correlation as an event.
     *
     * @param from        lowest position that was looked at
     * @param to          highest position that was looked at
     * @param sameCommand what the same command led to, beside the event
     * @param causes      what other commands led to before it
     * @param effects     what other commands led to after it
     */
    public record Related(long from, long to, List<Brief> sameCommand, List<Brief> causes, List<Brief> effects) {}

    /** An event, without what it says. */
    public record Brief(
            long position, UUID eventId, String type, String stream, Instant occurredAt, Instant recordedAt) {}
}
