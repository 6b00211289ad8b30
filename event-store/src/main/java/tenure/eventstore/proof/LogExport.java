package tenure.eventstore.proof;

import java.io.OutputStream;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the log as lines of JSON, as docs/log-format.md describes them: all that is hashed, and the hashes. It writes what
 * stands in the log, however wrong that is.
 */
public final class LogExport implements LogVisitor {

    private static final int FORMAT_VERSION = 1;
    private static final int EVENTS_PER_REPORT = 8_192;

    private final JsonGenerator json;
    private final long total;
    private final Progress progress;
    private long events;

    private LogExport(JsonGenerator json, long total, Progress progress) {
        this.json = json;
        this.total = total;
        this.progress = progress;
    }

    /**
     * Writes the whole log.
     *
     * @param end of this very log, if somebody can sign it
     * @param out is flushed, not closed
     * @return how many events were written
     */
    public static long write(LogSnapshot log, Optional<SignedCheckpoint> end, OutputStream out, Progress progress)
            throws SQLException {
        var head = log.head();
        var factory = JsonFactory.builder()
                .rootValueSeparator("\n")
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (var json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            var export = new LogExport(json, head.map(LogHead::position).orElse(0L), progress);
            export.begin("log");
            json.writeNumberProperty("version", FORMAT_VERSION);
            json.writeStringProperty(
                    "log", head.map(known -> known.log().toString()).orElse(null));
            json.writeEndObject();
            log.walk(Long.MIN_VALUE, export);
            head.ifPresent(export::head);
            end.ifPresent(export::checkpoint);
            json.writeRaw('\n');
            return export.events;
        }
    }

    @Override
    public boolean batch(BatchRow batch) {
        begin("batch");
        json.writeNumberProperty("first", batch.first());
        json.writeNumberProperty("last", batch.last());
        json.writeStringProperty("recordedAtMicros", Long.toString(batch.recordedMicros()));
        json.writeStringProperty("previous", batch.previous().hex());
        json.writeStringProperty("hash", batch.hash().hex());
        json.writeEndObject();
        return true;
    }

    @Override
    public boolean event(EventRow event) {
        var type = event.type();
        begin("event");
        json.writeNumberProperty("position", event.position());
        text("stream", event, EventRow.STREAM);
        json.writeNumberProperty("version", event.version());
        json.writeStringProperty("recordedAtMicros", Long.toString(event.recordedMicros()));
        json.writeStringProperty("eventId", event.eventId().toString());
        if (type == null) {
            json.writeNullProperty("type");
            json.writeNullProperty("revision");
        } else {
            json.writeStringProperty("type", type.name());
            json.writeNumberProperty("revision", type.revision());
        }
        json.writeStringProperty("occurredAtMicros", Long.toString(event.occurredMicros()));
        text("customerId", event, EventRow.CUSTOMER_ID);
        text("userId", event, EventRow.USER_ID);
        text("correlationId", event, EventRow.CORRELATION_ID);
        text("causationId", event, EventRow.CAUSATION_ID);
        text("commandKey", event, EventRow.COMMAND_KEY);
        text("actor", event, EventRow.ACTOR);
        base64("payload", event, EventRow.PAYLOAD);
        base64("metadata", event, EventRow.METADATA);
        int leaf = event.start(EventRow.LEAF);
        json.writeStringProperty(
                "leaf", HexFormat.of().formatHex(event.bytes(), leaf, leaf + event.length(EventRow.LEAF)));
        json.writeEndObject();
        if (++events % EVENTS_PER_REPORT == 0) {
            progress.at(events, total);
        }
        return true;
    }

    private void head(LogHead head) {
        begin("head");
        json.writeNumberProperty("position", head.position());
        json.writeStringProperty("recordedAtMicros", Long.toString(head.recordedMicros()));
        json.writeStringProperty("hash", head.hash().hex());
        json.writeEndObject();
    }

    private void checkpoint(SignedCheckpoint checkpoint) {
        begin("checkpoint");
        json.writeStringProperty("note", checkpoint.note());
        json.writeStringProperty("key", checkpoint.key());
        json.writeEndObject();
    }

    private void begin(String kind) {
        json.writeStartObject();
        json.writeStringProperty("kind", kind);
    }

    private void text(String name, EventRow event, int column) {
        json.writeName(name);
        if (event.isNull(column)) {
            json.writeNull();
        } else {
            json.writeUTF8String(event.bytes(), event.start(column), event.length(column));
        }
    }

    private void base64(String name, EventRow event, int column) {
        json.writeName(name);
        json.writeBinary(event.bytes(), event.start(column), event.length(column));
    }
}
