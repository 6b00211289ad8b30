package tenure.query.customerhistory;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Page;

/**
 * A customer's events, newest first.
 *
 * @param position   the log up to here has been looked at
 * @param nextCursor asks for older events; null when there are none
 * @param types      names of all events that the customer has
 */
public record CustomerHistory(
        LocalDate asOf,
        long position,
        String customerId,
        @Nullable String nextCursor,
        List<String> types,
        List<HistoryEvent> events)
        implements Page {

    @Override
    public List<HistoryEvent> rows() {
        return events;
    }

    /**
     * An event as the log holds it.
     *
     * @param position   place in the log
     * @param stream     whose history it belongs to
     * @param version    place in that stream
     * @param occurredAt when it happened, as reported
     * @param recordedAt when it was stored
     * @param payload    what was recorded, to the letter
     */
    public record HistoryEvent(
            long position,
            UUID eventId,
            String type,
            int revision,
            String stream,
            long version,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String correlationId,
            @Nullable String causationId,
            @Nullable String commandKey,

            @JsonRawValue @Schema(types = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
            String payload) {}
}
