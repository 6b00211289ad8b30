package tenure.eventstore.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where checkpoints are kept in a data directory, outside the database: a file for each log that was ever opened with it,
 * and the key that signs them.
 */
public final class CheckpointFolder {

    private static final String ENDING = ".txt";

    private final Path dataDirectory;

    /** @param dataDirectory is there; its checkpoints need not be */
    public CheckpointFolder(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    /** The checkpoints of a log. */
    public Path fileOf(UUID log) {
        return folder().resolve(log + ENDING);
    }

    /** Whether it has checkpoints of other logs, but none of this one. */
    public boolean knowsOnlyOthers(UUID log) throws IOException {
        return !Files.exists(fileOf(log)) && !logs().isEmpty();
    }

    /** The public half of the signing key; null when there is no key yet. */
    public @Nullable VerifierKey verifierKey() throws IOException {
        return Files.exists(publicKey()) ? VerifierKey.parse(Files.readString(publicKey())) : null;
    }

    /** The signing key; null when there is none yet. */
    @Nullable SigningKey signingKey() throws IOException {
        if (!Files.exists(privateKey())) {
            return null;
        }
        if (!Files.exists(publicKey())) {
            throw new BadCheckpoint("The file " + publicKey() + " is missing, the public half of the key in "
                    + privateKey() + "; put it back from a backup.");
        }
        return SigningKey.read(privateKey(), publicKey());
    }

    /**
     * The signing key, made now when there is none.
     *
     * @throws BadCheckpoint when there should be one, as there are checkpoints
     */
    SigningKey requireSigningKey() throws IOException {
        var key = signingKey();
        if (key != null) {
            return key;
        }
        if (!logs().isEmpty()) {
            throw new BadCheckpoint("The file " + privateKey() + " is missing, which signs the checkpoints in "
                    + folder() + "; put it back from a backup.");
        }
        Files.createDirectories(folder());
        return SigningKey.make(privateKey(), publicKey());
    }

    private List<Path> logs() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
    }

    private Path folder() {
        return dataDirectory.resolve("checkpoints");
    }

    private Path privateKey() {
        return dataDirectory.resolve("signing-key");
    }

    private Path publicKey() {
        return dataDirectory.resolve("verifier-key");
    }
}
