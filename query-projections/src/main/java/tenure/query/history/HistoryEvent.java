package tenure.query.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.read.RecordedEvent;

/**
 * An event as the log holds it, and what it changed.
 *
 * @param position         place in the log
 * @param lane             what part of the customer's life it is about; null when none
 * @param stream           whose history it belongs to
 * @param version          place in that stream
 * @param occurredAt       when it happened, as reported
 * @param recordedAt       when it was stored
 * @param recordedDaysLate whole days from when it happened until it was stored
 * @param withdraws        position of the fact that it takes back or replaces; null when none
 * @param withdrawnBy      position of the event that takes it back or replaces it, so that it does not count; null when
 *                         none is known
 * @param changes          how its thing stood before and after, as far as it was recorded by then
 * @param payload          what was recorded, to the letter
 */
public record HistoryEvent(
        long position,
        UUID eventId,
        String type,
        int revision,
        @Nullable Lane lane,
        String stream,
        long version,
        Instant occurredAt,
        Instant recordedAt,
        long recordedDaysLate,
        @Nullable String customerId,
        @Nullable String userId,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String commandKey,
        @Nullable Long withdraws,
        @Nullable Long withdrawnBy,
        List<FieldChange> changes,

        @JsonRawValue @Schema(types = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        String payload) {

    /**
     * A value of a thing that became another.
     *
     * @param before null when there was none
     * @param after  null when there is none any more
     */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}

    static HistoryEvent of(RecordedEvent event, Changes.Effect effect) {
        return new HistoryEvent(
                event.position(),
                event.eventId(),
                event.type(),
                event.revision(),
                Step.laneOf(event.type()),
                event.stream(),
                event.version(),
                event.occurredAt(),
                event.recordedAt(),
                daysLate(event),
                event.customerId(),
                event.userId(),
                event.actor(),
                event.correlationId(),
                event.causationId(),
                event.commandKey(),
                effect.withdraws(),
                effect.withdrawnBy(),
                effect.changes(),
                new String(event.payload(), StandardCharsets.UTF_8));
    }

    static long daysLate(RecordedEvent event) {
        return Math.max(
                0, Duration.between(event.occurredAt(), event.recordedAt()).toDays());
    }
}
