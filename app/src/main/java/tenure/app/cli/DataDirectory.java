package tenure.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A data directory held by this process: no other Tenure works on it until this is closed.
 *
 * <p>The lock is the operating system's, so it goes with the process, however that ends.
 */
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Tenure at work on a data directory. */
    record Running(long pid, String url) {}

    /**
     * Takes a data directory for this process, making it when there is none.
     *
     * @throws CommandProblem when it cannot be written, or another Tenure has it
     */
    static DataDirectory open(Path wanted) {
        return tryOpen(wanted).orElseThrow(() -> new CommandProblem(takenSentence(wanted)));
    }

    /** Like {@link #open}, but empty when another Tenure has it. */
    static Optional<DataDirectory> tryOpen(Path wanted) {
        FileChannel channel = null;
        try {
            var path = made(wanted.toAbsolutePath().normalize());
            channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            Files.deleteIfExists(path.resolve("running.json"));
            writeOwner(channel);
            return Optional.of(new DataDirectory(path, channel, lock));
        } catch (IOException | UnsupportedOperationException e) {
            closeQuietly(channel);
            throw new CommandProblem("The data directory " + wanted + " cannot be used: " + reason(e) + ".", e);
        }
    }

    /** The Tenure that has this data directory now and is ready, if there is one. */
    static Optional<Running> runningIn(Path wanted) {
        var file = wanted.resolve("running.json");
        try {
            return Files.exists(file)
                    ? Optional.of(new JsonMapper().readValue(Files.readString(file), Running.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    Path path() {
        return path;
    }

    /** Tells other processes where this Tenure answers. */
    void announce(String url) {
        try {
            var unfinished = path.resolve("running.json.new");
            Files.writeString(
                    unfinished,
                    new JsonMapper()
                            .writeValueAsString(
                                    new Running(ProcessHandle.current().pid(), url)));
            Files.move(unfinished, path.resolve("running.json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path.resolve("running.json"));
            lock.release();
            channel.close();
        } catch (IOException e) {
            // The process ends or the lock's file is gone; either way nobody is kept out.
        }
    }

    private static Path made(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            var parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return path.toRealPath();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process, which happens in tests.
            return null;
        }
    }

    /** The process id in the lock file is for messages only; what counts is the lock. */
    private static void writeOwner(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String takenSentence(Path wanted) {
        return runningIn(wanted)
                .map(running -> "Tenure is already running on " + wanted + ": process " + running.pid() + ", "
                        + running.url() + ".")
                .orElseGet(() -> "Another Tenure is starting, stopping or importing on " + wanted + ": process "
                        + owner(wanted) + ".");
    }

    private static String owner(Path wanted) {
        try {
            return Files.readString(wanted.resolve("lock")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String reason(Exception e) {
        if (e instanceof FileSystemException problem) {
            var what = problem.getReason() == null ? problem.getClass().getSimpleName() : problem.getReason();
            return switch (problem) {
                case java.nio.file.AccessDeniedException denied -> "no permission for " + denied.getFile();
                case java.nio.file.FileAlreadyExistsException file -> file.getFile() + " is not a folder";
                default -> what + " (" + problem.getFile() + ")";
            };
        }
        return String.valueOf(e.getMessage());
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Nothing was written to it.
        }
    }
}
