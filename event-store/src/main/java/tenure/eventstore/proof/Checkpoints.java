package tenure.eventstore.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Vouches for a log: signs what it is now and then, as long as it goes on from what was signed before. */
public final class Checkpoints {

    private static final int TOKEN_BYTES = 4;

    private final CheckpointFolder folder;
    private final SigningKey key;
    private final Clock clock;

    private Checkpoints(CheckpointFolder folder, SigningKey key, Clock clock) {
        this.folder = folder;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Opens the checkpoints of a data directory that no other process writes to; the first time, makes a key.
     *
     * @throws BadCheckpoint when the key cannot be used
     */
    public static Checkpoints open(CheckpointFolder folder, Clock clock) throws IOException {
        return new Checkpoints(folder, folder.requireSigningKey(), clock);
    }

    /**
     * Opens the checkpoints of a data directory to sign with its key; empty when it has none.
     *
     * @throws BadCheckpoint when the key cannot be used
     */
    public static Optional<Checkpoints> openToSign(CheckpointFolder folder, Clock clock) throws IOException {
        return Optional.ofNullable(folder.signingKey()).map(key -> new Checkpoints(folder, key, clock));
    }

    /**
     * Refuses a log that does not go on from the newest checkpoint.
     *
     * @param accepted what an operator has copied from the message of {@link LogForked}, to accept the log as it is
     */
    public void admit(LogSnapshot log, @Nullable String accepted) throws IOException, SQLException {
        var head = headOf(log);
        var trouble = trouble(log, head);
        if (trouble.isEmpty()) {
            return;
        }
        if (accepted == null || !isStateOf(log, head, accepted)) {
            throw new LogForked(trouble.get()
                    + " If an older backup was restored by mistake, put the newer one back; ./tenure verify-log tells"
                    + " more. To go on with the log as it is, start once with --accept-log "
                    + token(head.log(), head.position(), head.hash())
                    + ", which is signed and kept among the checkpoints.");
        }
        append(Checkpoint.of(head, clock.instant(), OptionalLong.of(lastThatHolds(log, head))));
    }

    /**
     * Saves a checkpoint if the log has grown since the last one.
     *
     * @return whether it had
     * @throws LogForked when it does not go on from the last one; then nothing is signed
     */
    public boolean save(LogSnapshot log) throws IOException, SQLException {
        var head = headThatGoesOn(log);
        var newest = newest(head);
        if (newest.isPresent() ? newest.get().position() == head.position() : head.position() == 0) {
            return false;
        }
        append(Checkpoint.of(head, clock.instant(), OptionalLong.empty()));
        return true;
    }

    /**
     * Signs what the log is, without saving it.
     *
     * @throws LogForked when it does not go on from the last checkpoint
     */
    public SignedCheckpoint sign(LogSnapshot log) throws IOException, SQLException {
        var checkpoint = Checkpoint.of(headThatGoesOn(log), clock.instant(), OptionalLong.empty());
        return new SignedCheckpoint(key.sign(checkpoint), key.verifier().line());
    }

    private LogHead headThatGoesOn(LogSnapshot log) throws IOException, SQLException {
        var head = headOf(log);
        trouble(log, head).ifPresent(sentence -> {
            throw new LogForked(sentence);
        });
        return head;
    }

    private void append(Checkpoint checkpoint) throws IOException {
        new CheckpointFile(folder.fileOf(checkpoint.log())).append(key.sign(checkpoint));
    }

    private Optional<Checkpoint> newest(LogHead head) throws IOException {
        return new CheckpointFile(folder.fileOf(head.log())).newest().map(key.verifier()::open);
    }

    /** What is wrong, as a sentence. */
    private Optional<String> trouble(LogSnapshot log, LogHead head) throws IOException, SQLException {
        if (folder.knowsOnlyOthers(head.log())) {
            return Optional.of("The database holds the log " + head.log()
                    + ", but this data directory has vouched for another one; choose a --data-dir for each database.");
        }
        Optional<Checkpoint> newest;
        try {
            newest = newest(head);
        } catch (BadCheckpoint e) {
            return Optional.of("The newest checkpoint in " + folder.fileOf(head.log()) + " must not be believed. "
                    + e.getMessage());
        }
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        var checkpoint = newest.get();
        if (head.position() < checkpoint.position()) {
            return Optional.of("The log ends at position " + head.position() + ", but on " + checkpoint.at()
                    + " it went to " + checkpoint.position() + ": the events after " + head.position()
                    + " are gone.");
        }
        return holds(log, checkpoint)
                ? Optional.empty()
                : Optional.of("The log is not the one that was vouched for on " + checkpoint.at()
                        + ": it was rewritten at or before position " + checkpoint.position() + ".");
    }

    private long lastThatHolds(LogSnapshot log, LogHead head) throws IOException, SQLException {
        long last = 0;
        for (var checkpoint :
                SavedCheckpoints.read(folder.fileOf(head.log()), key.verifier()).inForce()) {
            if (checkpoint.position() > last && holds(log, checkpoint)) {
                last = checkpoint.position();
            }
        }
        return last;
    }

    private static boolean holds(LogSnapshot log, Checkpoint checkpoint) throws SQLException {
        return log.hashAt(checkpoint.position())
                .filter(checkpoint.hash()::equals)
                .isPresent();
    }

    /** A head that ends no batch is damage, not a state to vouch for. */
    private static LogHead headOf(LogSnapshot log) throws SQLException {
        var head = log.head().orElseThrow(() -> new LogForked("The log has no head: its row in log_head is gone."));
        if (log.hashAt(head.position()).isEmpty()) {
            throw new LogForked("The head of the log is at " + head.position()
                    + ", where no batch ends; ./tenure verify-log tells more.");
        }
        return head;
    }

    /** Names a state of the log, so that no other one is accepted by it. */
    private static String token(UUID log, long position, Hash hash) {
        var state = log + " " + position + " " + hash;
        var digest = Hash.sha256().digest(state.getBytes(StandardCharsets.UTF_8));
        return position + "-" + HexFormat.of().formatHex(digest, 0, TOKEN_BYTES);
    }

    /** Whether the log is in the named state, or went on from it: another node may be writing meanwhile. */
    private static boolean isStateOf(LogSnapshot log, LogHead head, String token) throws SQLException {
        var number = token.replaceFirst("-.*", "");
        if (!number.matches("\\d{1,18}")) {
            return false;
        }
        long position = Long.parseLong(number);
        return position <= head.position()
                && log.hashAt(position)
                        .filter(hash -> token(head.log(), position, hash).equals(token))
                        .isPresent();
    }
}
