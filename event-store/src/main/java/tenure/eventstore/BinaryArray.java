package tenure.eventstore;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.postgresql.core.Oid;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * An array parameter in the database's own form, for the types that the driver would write out as text. Needs a
 * connection that was told to send {@link #TYPES} in binary.
 */
final class BinaryArray extends PGobject implements PGBinaryObject {

    /** Of the arrays that this class makes. */
    static final int[] TYPES = {Oid.UUID_ARRAY, Oid.TIMESTAMPTZ_ARRAY};

    private static final int HEADER = 20;
    private static final long MICROS_FROM_1970_TO_2000 = ContentHash.epochMicros(Instant.parse("2000-01-01T00:00:00Z"));

    private final ByteBuffer bytes;

    private BinaryArray(String type, int element, int size, int elementBytes) {
        setType(type);
        bytes = ByteBuffer.allocate(HEADER + size * (Integer.BYTES + elementBytes));
        // One dimension, no nulls, the type, its size, the number of its first element.
        bytes.putInt(1).putInt(0).putInt(element).putInt(size).putInt(1);
    }

    static BinaryArray of(UUID[] values) {
        var array = new BinaryArray("_uuid", Oid.UUID, values.length, 2 * Long.BYTES);
        for (var value : values) {
            array.bytes
                    .putInt(2 * Long.BYTES)
                    .putLong(value.getMostSignificantBits())
                    .putLong(value.getLeastSignificantBits());
        }
        return array;
    }

    /** Times, cut to the microsecond. */
    static BinaryArray of(Instant[] values) {
        var array = new BinaryArray("_timestamptz", Oid.TIMESTAMPTZ, values.length, Long.BYTES);
        for (var value : values) {
            array.bytes.putInt(Long.BYTES).putLong(ContentHash.epochMicros(value) - MICROS_FROM_1970_TO_2000);
        }
        return array;
    }

    @Override
    public int lengthInBytes() {
        return bytes.position();
    }

    @Override
    public void toBytes(byte[] target, int offset) {
        System.arraycopy(bytes.array(), 0, target, offset, bytes.position());
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("Only for parameters, not for results.");
    }
}
