package tenure.eventstore.proof;

import java.util.Arrays;

/** The next version of each stream. Two numbers a stream in open addressing, as a log may have millions of streams. */
final class StreamVersions {

    private static final int SMALLEST = 1 << 10;
    private static final long FREE = Long.MIN_VALUE;

    private long[] streams = free(SMALLEST);
    private long[] versions = new long[SMALLEST];
    private int count;

    /** The version that follows, or {@code otherwise} for a stream that was not seen yet. */
    long next(long stream, long otherwise) {
        int slot = slot(stream);
        return streams[slot] == FREE ? otherwise : versions[slot];
    }

    void setNext(long stream, long version) {
        int slot = slot(stream);
        if (streams[slot] == FREE) {
            if (count * 3L >= streams.length * 2L) {
                grow();
                slot = slot(stream);
            }
            streams[slot] = stream;
            count++;
        }
        versions[slot] = version;
    }

    private void grow() {
        var oldStreams = streams;
        var oldVersions = versions;
        streams = free(oldStreams.length * 2);
        versions = new long[oldStreams.length * 2];
        for (int i = 0; i < oldStreams.length; i++) {
            if (oldStreams[i] != FREE) {
                int slot = slot(oldStreams[i]);
                streams[slot] = oldStreams[i];
                versions[slot] = oldVersions[i];
            }
        }
    }

    /** Where the stream is, or would be. */
    private int slot(long stream) {
        int mask = streams.length - 1;
        // Spreads neighbouring numbers: the fractional part of the golden ratio, as an odd number of 64 bits.
        int slot = (int) ((stream * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (streams[slot] != FREE && streams[slot] != stream) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long[] free(int size) {
        var slots = new long[size];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
