package tenure.query.life;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Grows an array of bytes; small numbers take few of them. */
final class ByteWriter {

    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    void number(long value) {
        // The sign goes last, so that small negative numbers are short as well.
        unsigned((value << 1) ^ (value >> 63));
    }

    void unsigned(long value) {
        ensure(10);
        var rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void text(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        unsigned(encoded.length);
        bytes(encoded);
    }

    void bytes(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
