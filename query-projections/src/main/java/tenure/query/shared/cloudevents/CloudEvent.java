package tenure.query.shared.cloudevents;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.read.RecordedEvent;

/**
 * An event of the log as a CloudEvent 1.0 in JSON. Attributes that an event lacks are null, which means the same as
 * leaving them out.
 *
 * @param id            the event's own id, the same for every reader
 * @param source        names the log
 * @param type          stored name, such as {@code license.sold}
 * @param subject       {@code customer/ID}; else {@code user/ID}; else the stream
 * @param time          when it happened, as reported
 * @param position      place in the log: 1, 2, 3 … without holes
 * @param recordedat    when the log stored it
 * @param revision      shape of the data
 * @param stream        whose history it belongs to, such as {@code license/P-7}
 * @param version       place in that stream, from 0
 * @param actor         who did it
 * @param correlationid what it belongs to
 * @param causationid   what led to it
 * @param data          what was recorded, to the letter
 */
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time", "datacontenttype"})
public record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        long position,
        Instant recordedat,
        int revision,
        String stream,
        long version,
        @Nullable String actor,
        @Nullable String correlationid,
        @Nullable String causationid,

        @JsonRawValue @Schema(types = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        String data) {

    /** Content type of one event. */
    public static final String JSON = "application/cloudevents+json";

    /** Content type of an array of events. */
    public static final String JSON_BATCH = "application/cloudevents-batch+json";

    static CloudEvent of(RecordedEvent event, String source) {
        return new CloudEvent(
                "1.0",
                event.eventId().toString(),
                source,
                event.type(),
                subject(event),
                event.occurredAt(),
                "application/json",
                event.position(),
                event.recordedAt(),
                event.revision(),
                event.stream(),
                event.version(),
                event.actor(),
                event.correlationId(),
                event.causationId(),
                new String(event.payload(), StandardCharsets.UTF_8));
    }

    private static String subject(RecordedEvent event) {
        if (event.customerId() != null) {
            return "customer/" + event.customerId();
        }
        return event.userId() != null ? "user/" + event.userId() : event.stream();
    }
}
