package tenure.eventstore.skip;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What one reader was handed. A reader has one lane, or several that run side by side (customers, types), each of which
 * must be in order; all lanes together must have every position once.
 */
final class Seen {

    private final BitSet positions = new BitSet();
    private final Map<String, Long> lastOfLane = new HashMap<>();
    private long count;
    private long repeated;
    private long disordered;
    private long sum;

    synchronized void event(String lane, long position, UUID id) {
        count++;
        if (positions.get((int) position)) {
            repeated++;
        }
        positions.set((int) position);
        var last = lastOfLane.put(lane, position);
        if (last != null && last >= position) {
            disordered++;
        }
        sum += mixed(position, id);
    }

    synchronized long count() {
        return count;
    }

    synchronized boolean hasAllUpTo(long head) {
        return positions.nextClearBit(1) > head;
    }

    /** What is wrong, compared with everything that the log holds; empty when nothing is. */
    synchronized String faults(Seen all) {
        var missed = all.count - positions.cardinality();
        return missed == 0 && repeated == 0 && disordered == 0 && sum == all.sum
                ? ""
                : "missed " + missed + " (first " + positions.nextClearBit(1) + "), repeated " + repeated
                        + ", out of order " + disordered + (sum == all.sum ? "" : ", and not the same events");
    }

    private static long mixed(long position, UUID id) {
        return (id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 17)) * (2 * position + 1);
    }
}
