package tenure.eventstore.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file of checkpoints says.
 *
 * @param inForce  those that a log must agree with, in the order in which they were made
 * @param accepted those with which an operator accepted that a log is not what earlier ones say
 * @param problems a sentence for each that must not be believed
 */
public record SavedCheckpoints(List<Checkpoint> inForce, List<Checkpoint> accepted, List<String> problems) {

    /** No checkpoints. */
    public static SavedCheckpoints none() {
        return new SavedCheckpoints(List.of(), List.of(), List.of());
    }

    /** Reads all checkpoints of a file and checks their signatures. */
    public static SavedCheckpoints read(Path file, VerifierKey key) throws IOException {
        var inForce = new ArrayList<Checkpoint>();
        var accepted = new ArrayList<Checkpoint>();
        var problems = new ArrayList<String>();
        new CheckpointFile(file).read(note -> {
            try {
                var checkpoint = key.open(note);
                checkpoint.lostAfter().ifPresent(last -> {
                    inForce.removeIf(earlier -> earlier.position() > last);
                    accepted.add(checkpoint);
                });
                inForce.add(checkpoint);
            } catch (BadCheckpoint e) {
                problems.add("A checkpoint in " + file + " must not be believed. " + e.getMessage() + " It says: "
                        + note.strip().replace("\n", " / "));
            }
        });
        return new SavedCheckpoints(List.copyOf(inForce), List.copyOf(accepted), List.copyOf(problems));
    }
}
