package tenure.reliability.killing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tenure.app.database.DatabaseAddress;
import tenure.app.database.EmbeddedDatabase;
import tenure.system.FreshDatabase;

/** A PostgreSQL that is killed with all its processes and started again, on the same port. */
final class KilledServer implements AutoCloseable {

    private final Path folder;
    private EmbeddedDatabase database;

    KilledServer(Path folder) {
        this.folder = folder;
        this.database = FreshDatabase.start(folder);
    }

    /** Stops it in order and starts it with more settings. */
    void restartWith(String settings) throws IOException {
        database.close();
        Files.writeString(folder.resolve("postgres/postgresql.conf"), "\n" + settings, StandardOpenOption.APPEND);
        database = FreshDatabase.start(folder);
    }

    DatabaseAddress address() {
        return database.address();
    }

    /** As the command line of Tenure takes it. */
    String url() {
        var address = address();
        return "postgresql://" + address.user() + ":" + address.password() + "@" + address.place();
    }

    DataSource dataSource() {
        var address = address();
        return new DriverManagerDataSource(address.jdbcUrl(), address.user(), address.password());
    }

    /** {@code kill -9} of the postmaster and of every other process, the postmaster first: nobody can tidy up. */
    void kill() throws IOException {
        var postmaster = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        var processes = processes();
        ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isOfThisServer).toList();
    }

    private boolean isOfThisServer(ProcessHandle process) {
        try {
            var entry = Path.of("/proc", Long.toString(process.pid()));
            return Files.readSymbolicLink(entry.resolve("exe"))
                            .getFileName()
                            .toString()
                            .startsWith("postgres")
                    && Files.isSameFile(entry.resolve("cwd"), folder.resolve("postgres"));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Starts what was killed. */
    void start() {
        database = FreshDatabase.start(folder);
    }

    @Override
    public void close() {
        database.close();
    }
}
