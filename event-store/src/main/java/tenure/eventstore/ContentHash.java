package tenure.eventstore;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over everything of an event that is known before it has its place: each field with its length in front, so
 * that no two events share bytes. The database adds position, version and time to it and chains the result.
 */
public final class ContentHash {

    private ContentHash() {}

    /** The hash of an event, 32 bytes. */
    public static byte[] of(NewEvent event) {
        var bytes = new ByteArrayOutputStream(256 + event.bytes());
        try (var out = new DataOutputStream(bytes)) {
            text(out, event.stream());
            uuid(out, event.eventId());
            text(out, event.type().name());
            out.writeInt(event.type().revision());
            out.writeLong(epochMicros(event.occurredAt()));
            text(out, event.customerId());
            text(out, event.userId());
            text(out, event.correlationId());
            text(out, event.causationId());
            text(out, event.commandKey());
            text(out, event.actor());
            field(out, event.payload());
            field(out, event.metadata());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256().digest(bytes.toByteArray());
    }

    static long epochMicros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time.truncatedTo(ChronoUnit.MICROS));
    }

    private static void uuid(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void text(DataOutputStream out, @Nullable String value) throws IOException {
        field(out, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private static void field(DataOutputStream out, byte @Nullable [] value) throws IOException {
        out.writeInt(value == null ? -1 : value.length);
        if (value != null) {
            out.write(value);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
