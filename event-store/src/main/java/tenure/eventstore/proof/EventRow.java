package tenure.eventstore.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the log: a view of the bytes in which COPY sent its row. It is moved from row to row, so that
 * a long log makes no garbage.
 *
 * <p>COPY sends a column as its length (int32, -1 for null) and its bytes, which is the very form in which fields go into
 * the content hash; so most of the row is hashed as it came.
 */
final class EventRow {

    /** All that is hashed, and what is needed to hash it. The last eight columns stand as they are hashed. */
    static final String COLUMNS = """
            position, version, recorded_at, leaf, stream_no, type_id,
            (select s.stream from eventstore.stream_head s where s.stream_no = e.stream_no),
            event_id, occurred_at,
            customer_id, user_id, correlation_id, causation_id, command_key, actor, payload, metadata""";

    private static final int POSITION = 0;
    private static final int VERSION = 1;
    private static final int RECORDED_AT = 2;
    static final int LEAF = 3;
    private static final int STREAM_NO = 4;
    private static final int TYPE_ID = 5;
    static final int STREAM = 6;
    private static final int EVENT_ID = 7;
    private static final int OCCURRED_AT = 8;
    static final int CUSTOMER_ID = 9;
    static final int USER_ID = 10;
    static final int CORRELATION_ID = 11;
    static final int CAUSATION_ID = 12;
    static final int COMMAND_KEY = 13;
    static final int ACTOR = 14;
    static final int PAYLOAD = 15;
    static final int METADATA = 16;

    private static final int COUNT = 17;
    private static final int LENGTH_BYTES = Integer.BYTES;

    /** PostgreSQL counts microseconds from 2000, the hashes from 1970. */
    private static final long MICROS_1970_TO_2000 = 946_684_800_000_000L;

    private final Map<Integer, StoredType> types;
    private final int[] starts = new int[COUNT + 1];
    private final byte[] micros = new byte[Long.BYTES];
    private byte[] row = new byte[0];
    private ByteBuffer numbers = ByteBuffer.wrap(row);

    /** @param types by their number in the database */
    EventRow(Map<Integer, StoredType> types) {
        this.types = types;
    }

    /** Name and revision of a type. */
    record StoredType(String name, int revision, byte[] hashed) {

        static StoredType of(String name, int revision) {
            var bytes = name.getBytes(StandardCharsets.UTF_8);
            return new StoredType(
                    name,
                    revision,
                    ByteBuffer.allocate(LENGTH_BYTES + bytes.length + Integer.BYTES)
                            .putInt(bytes.length)
                            .put(bytes)
                            .putInt(revision)
                            .array());
        }
    }

    /** Moves to another row, whose first column begins at this index. */
    void moveTo(byte[] copied, int from) {
        row = copied;
        numbers = ByteBuffer.wrap(copied);
        int at = from;
        for (int column = 0; column < COUNT; column++) {
            starts[column] = at;
            at += LENGTH_BYTES + Math.max(0, numbers.getInt(at));
        }
        starts[COUNT] = at;
    }

    long position() {
        return number(POSITION);
    }

    long version() {
        return number(VERSION);
    }

    long streamNo() {
        return number(STREAM_NO);
    }

    long recordedMicros() {
        return number(RECORDED_AT) + MICROS_1970_TO_2000;
    }

    long occurredMicros() {
        return number(OCCURRED_AT) + MICROS_1970_TO_2000;
    }

    UUID eventId() {
        int at = start(EVENT_ID);
        return new UUID(numbers.getLong(at), numbers.getLong(at + Long.BYTES));
    }

    /** Null when the type is not known. */
    @Nullable StoredType type() {
        return types.get(numbers.getInt(start(TYPE_ID)));
    }

    boolean isNull(int column) {
        return numbers.getInt(starts[column]) < 0;
    }

    byte[] bytes() {
        return row;
    }

    /** Index in {@link #bytes} at which a value begins. */
    int start(int column) {
        return starts[column] + LENGTH_BYTES;
    }

    int length(int column) {
        return Math.max(0, numbers.getInt(starts[column]));
    }

    /** Feeds everything that the content hash is made of to the digest. */
    void updateContent(MessageDigest digest, StoredType type) {
        digest.update(row, starts[STREAM], LENGTH_BYTES + length(STREAM));
        digest.update(row, start(EVENT_ID), length(EVENT_ID));
        digest.update(type.hashed());
        ByteBuffer.wrap(micros).putLong(occurredMicros());
        digest.update(micros);
        int rest = starts[CUSTOMER_ID];
        digest.update(row, rest, starts[COUNT] - rest);
    }

    boolean hasLeaf(byte[] leaf) {
        int at = start(LEAF);
        return Arrays.equals(row, at, at + length(LEAF), leaf, 0, leaf.length);
    }

    private long number(int column) {
        return numbers.getLong(start(column));
    }
}
