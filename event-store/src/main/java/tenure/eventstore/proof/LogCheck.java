package tenure.eventstore.proof;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.proof.Verdict.Damaged;

/** Computes all hashes anew, batch by batch, and stops at the first thing that is wrong. */
final class LogCheck implements LogVisitor {

    private static final int HASH_BYTES = 32;
    private static final int LEAF_NUMBERS = 3 * Long.BYTES;
    private static final int EVENTS_PER_REPORT = 8_192;

    private final MessageDigest content = Hash.sha256();
    private final MessageDigest leaves = Hash.sha256();
    private final MessageDigest chain = Hash.sha256();
    private final ByteBuffer scratch = ByteBuffer.allocate(Long.BYTES);
    private final ByteBuffer leafInput = ByteBuffer.allocate(LEAF_NUMBERS + HASH_BYTES);
    private final byte[] leaf = new byte[HASH_BYTES];

    private final Iterator<Checkpoint> checkpoints;
    private final StreamVersions versions = new StreamVersions();
    private final boolean fromTheBeginning;
    private final long total;
    private final Progress progress;

    private @Nullable Checkpoint checkpoint;
    private @Nullable BatchRow open;
    private @Nullable BatchRow last;
    private @Nullable Damaged damage;
    private Hash hash;
    private long next;
    private long proven;
    private long vouched;
    private long recordedApart;
    private boolean previousDiffers;

    /**
     * Checks what comes after a position whose hash is known.
     *
     * @param checkpoints of greater positions, in their order
     */
    LogCheck(long after, Hash hash, Iterator<Checkpoint> checkpoints, long total, Progress progress) {
        this.next = after + 1;
        this.proven = after;
        this.vouched = after;
        this.hash = hash;
        this.fromTheBeginning = after == 0;
        this.checkpoints = checkpoints;
        this.checkpoint = checkpoints.hasNext() ? checkpoints.next() : null;
        this.total = total;
        this.progress = progress;
    }

    /** What was wrong; null when nothing was so far. */
    @Nullable Damaged damage() {
        return damage;
    }

    Hash hash() {
        return hash;
    }

    /** The position that would follow. */
    long next() {
        return next;
    }

    long vouched() {
        return vouched;
    }

    StreamVersions versions() {
        return versions;
    }

    @Override
    public boolean batch(BatchRow batch) {
        if (!closeBatch()) {
            return false;
        }
        if (batch.first() != next || batch.last() < batch.first()) {
            return found(
                    next,
                    "The batch that ends at " + batch.last() + " begins at " + batch.first() + ", where one from "
                            + next + " on belongs.");
        }
        previousDiffers = !batch.previous().equals(hash);
        open = batch;
        recordedApart = 0;
        chain.update(hash.bytes());
        chain.update(scratch.putLong(0, batch.first()).array(), 0, Long.BYTES);
        chain.update(scratch.putInt(0, (int) (batch.last() - batch.first() + 1)).array(), 0, Integer.BYTES);
        return true;
    }

    @Override
    public boolean event(EventRow event) {
        long position = event.position();
        if (position < next) {
            return found(
                    position,
                    position < 1
                            ? "There is an event at " + position + ", but positions begin at 1."
                            : "There is more than one event at " + position + ".");
        }
        if (open == null || position > open.last()) {
            return closeBatch() && found(position, "The event at " + position + " belongs to no batch.");
        }
        if (position > next) {
            return found(next, missing(next, position - 1));
        }
        var type = event.type();
        if (type == null || event.isNull(EventRow.STREAM)) {
            return found(
                    position,
                    "The event at " + position + " names a " + (type == null ? "type" : "stream")
                            + " that is not there.");
        }
        event.updateContent(content, type);
        computeLeaf(event);
        if (!event.hasLeaf(leaf)) {
            return found(position, "The event at " + position + " is not what was recorded: its hash is not its leaf.");
        }
        long version = versions.next(event.streamNo(), fromTheBeginning ? 0 : event.version());
        if (event.version() != version) {
            return found(
                    position,
                    "The event at " + position + " has version " + event.version() + " of its stream, where " + version
                            + " follows.");
        }
        versions.setNext(event.streamNo(), version + 1);
        if (recordedApart == 0 && event.recordedMicros() != open.recordedMicros()) {
            recordedApart = position;
        }
        chain.update(leaf);
        if (next % EVENTS_PER_REPORT == 0) {
            progress.at(next, total);
        }
        next++;
        return true;
    }

    /** Compares what was computed of the last batch with what is said of it. */
    boolean closeBatch() {
        if (open == null) {
            return true;
        }
        if (next <= open.last()) {
            return found(next, missing(next, open.last()));
        }
        var computed = new Hash(chain.digest());
        if (previousDiffers) {
            if (last == null || computed.equals(open.hash())) {
                return found(open.first(), "What " + open + " says of the hash before it is not that hash.");
            }
            return found(
                    last.first(),
                    "The one after " + last + " follows from another hash: " + last
                            + " was rewritten together with its hash.");
        }
        if (!computed.equals(open.hash())) {
            return found(
                    open.first(),
                    "The hash of " + open + " does not follow from its events: one of them, or the batch itself, was"
                            + " rewritten.");
        }
        if (recordedApart != 0) {
            return found(
                    recordedApart,
                    "The event at " + recordedApart + " and " + open + " were not recorded at one time.");
        }
        hash = computed;
        proven = open.last();
        last = open;
        open = null;
        return agreesWithCheckpoints();
    }

    /** Compares the head with where the log has ended. To be called once all has been seen. */
    boolean agreesWithHead(LogHead head) {
        long end = next - 1;
        if (head.position() > end) {
            return found(
                    next,
                    "The log ends at " + end + ", but its head is at " + head.position() + ": "
                            + missing(next, head.position()));
        }
        if (head.position() < end) {
            return found(
                    Math.max(1, head.position() + 1),
                    "The log goes on to " + end + ", but its head is at " + head.position() + ".");
        }
        return true;
    }

    /** Finds checkpoints of positions that the log does not have. To be called once all has been seen. */
    boolean reachesCheckpoints() {
        return checkpoint == null
                || found(
                        next,
                        "The log ends at " + (next - 1) + ", but the checkpoint of " + checkpoint.at()
                                + " vouches for " + checkpoint.position() + ": "
                                + missing(next, checkpoint.position()));
    }

    boolean found(long position, String reason) {
        damage = new Damaged(position, Math.min(proven, position - 1), reason);
        return false;
    }

    private boolean agreesWithCheckpoints() {
        while (checkpoint != null && checkpoint.position() < next) {
            if (checkpoint.position() != next - 1 || !checkpoint.hash().equals(hash)) {
                proven = vouched;
                return found(
                        vouched + 1,
                        "The log is not the one of the checkpoint of " + checkpoint.at() + " for position "
                                + checkpoint.position() + ": something between " + (vouched + 1)
                                + " and there was rewritten, together with all hashes after it.");
            }
            vouched = checkpoint.position();
            checkpoint = checkpoints.hasNext() ? checkpoints.next() : null;
        }
        return true;
    }

    private void computeLeaf(EventRow event) {
        try {
            content.digest(leafInput.array(), LEAF_NUMBERS, HASH_BYTES);
            leafInput
                    .putLong(0, event.position())
                    .putLong(Long.BYTES, event.version())
                    .putLong(2 * Long.BYTES, event.recordedMicros());
            leaves.update(leafInput.array());
            leaves.digest(leaf, 0, HASH_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String missing(long first, long last) {
        return first == last
                ? "the event at " + first + " is missing."
                : "the events at " + first + " to " + last + " are missing.";
    }
}
