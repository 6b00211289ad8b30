package tenure.eventstore.proof;

import static java.util.Comparator.comparingLong;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tenure.eventstore.proof.Verdict.Damaged;
import tenure.eventstore.proof.Verdict.Intact;

/**
 * Reads the whole log once, computes every hash anew and compares it with what is stored: leaves, batches, head, versions
 * of streams, and checkpoints that were saved elsewhere. docs/log-format.md tells how the hashes are made.
 *
 * <p>Without checkpoints it finds whatever was changed by somebody who did not compute all later hashes anew as well;
 * with them it finds that too.
 */
public final class LogVerifier {

    private final List<Checkpoint> checkpoints;
    private final Progress progress;

    /** @param checkpoints that the log must agree with, signatures checked, those that no longer count left out */
    public LogVerifier(List<Checkpoint> checkpoints, Progress progress) {
        this.checkpoints =
                checkpoints.stream().sorted(comparingLong(Checkpoint::position)).toList();
        this.progress = progress;
    }

    /** Verifies the whole log. */
    public Verdict verify(LogSnapshot log) throws SQLException {
        return verify(log, 0, Hash.NONE);
    }

    /**
     * Verifies what came after the newest checkpoint, and trusts the log before it, as long as the hash there is the same.
     * Versions count from what is seen first of each stream.
     */
    public Verdict verifyNew(LogSnapshot log) throws SQLException {
        if (checkpoints.isEmpty()) {
            return verify(log);
        }
        var trusted = checkpoints.getLast();
        var holds =
                log.hashAt(trusted.position()).filter(trusted.hash()::equals).isPresent();
        return holds ? verify(log, trusted.position(), trusted.hash()) : verify(log);
    }

    private Verdict verify(LogSnapshot log, long after, Hash hash) throws SQLException {
        var head = log.head();
        for (var checkpoint : checkpoints) {
            if (head.isPresent() && !checkpoint.log().equals(head.get().log())) {
                return new Damaged(
                        1,
                        0,
                        "The checkpoint of " + checkpoint.at() + " is of the log " + checkpoint.log()
                                + ", but this log calls itself " + head.get().log() + ".");
            }
        }
        var later = checkpoints.stream()
                .filter(checkpoint -> checkpoint.position() > after)
                .iterator();
        var check = new LogCheck(after, hash, later, head.map(LogHead::position).orElse(0L), progress);
        // Below 1 as well, where no event may be.
        log.walk(after == 0 ? Long.MIN_VALUE : after, check);
        if (check.damage() == null && check.closeBatch()) {
            if (head.isEmpty()) {
                check.found(check.next(), "The log has no head.");
            } else if (check.agreesWithHead(head.get()) && check.reachesCheckpoints()) {
                compareStreams(log, check, after == 0);
            }
        }
        var damage = check.damage();
        return damage == null ? new Intact(check.next() - 1, check.hash(), check.vouched()) : damage;
    }

    /** The first bad position of a stream whose head is wrong is that of its last event. */
    private static void compareStreams(LogSnapshot log, LogCheck check, boolean whole) throws SQLException {
        var wrong = new ArrayList<Long>();
        log.streams((stream, version) -> {
            long next = check.versions().next(stream, whole ? 0 : version + 1);
            if (version != next - 1) {
                wrong.add(stream);
            }
        });
        long end = check.next();
        long first = Long.MAX_VALUE;
        for (var stream : wrong) {
            first = Math.min(first, log.lastPositionOf(stream).orElse(end));
        }
        if (!wrong.isEmpty()) {
            check.found(
                    first,
                    first == end
                            ? "There is a stream without an event."
                            : "The event at " + first
                                    + " is the last one of its stream, but stream_head tells another version.");
        }
    }
}
