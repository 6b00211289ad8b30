package tenure.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds server processes that still work on a data directory, for example because their Tenure was killed.
 *
 * <p>A process id in a file proves nothing: after a power loss the same number may belong to anybody. So a process
 * counts only when it is a {@code postgres} whose working directory, or {@code -D} where that cannot be seen, is this
 * very directory.
 */
final class Postmaster {
    private static final Path PROCESSES = Path.of("/proc");

    private final Path cluster;

    /** @param cluster PostgreSQL's data directory */
    Postmaster(Path cluster) {
        this.cluster = cluster;
    }

    Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    /** The server named in the pid file, if it is alive and is one of this directory. */
    Optional<ProcessHandle> running() {
        return pid().flatMap(ProcessHandle::of).filter(this::worksHere);
    }

    /** Every process of a server of this directory, including those that outlive their server for a moment. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    private Optional<Long> pid() {
        try (var lines = Files.lines(pidFile())) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean worksHere(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        var folder = PROCESSES.resolve(Long.toString(process.pid()));
        return Files.isDirectory(folder) ? worksHere(folder) : worksHere(process.info());
    }

    private boolean worksHere(Path folder) {
        try {
            var program = Files.readSymbolicLink(folder.resolve("exe")).getFileName();
            // A deleted program file shows as "postgres (deleted)".
            return program != null
                    && program.toString().startsWith("postgres")
                    && Files.isSameFile(folder.resolve("cwd"), cluster);
        } catch (IOException e) {
            // Gone meanwhile, or of another user, who cannot have started it here: this directory is ours alone.
            return false;
        }
    }

    private boolean worksHere(ProcessHandle.Info info) {
        var postgres = info.command().filter(command -> command.endsWith("/postgres"));
        var arguments = info.arguments().map(Arrays::asList).orElse(List.of());
        return postgres.isPresent() && arguments.contains(cluster.toString());
    }
}
