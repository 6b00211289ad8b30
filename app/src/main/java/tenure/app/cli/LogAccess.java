package tenure.app.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenure.app.database.DatabaseAddress;
import tenure.app.database.DatabaseCheck;
import tenure.app.database.EmbeddedDatabase;
import tenure.eventstore.proof.LogSnapshot;

/**
 * The log as it is now, for a command that only reads it: in a database of the user's, in the one of a Tenure that runs, or in
 * one that is started for a while.
 */
final class LogAccess implements AutoCloseable {
    private final @Nullable DataDirectory held;
    private final @Nullable EmbeddedDatabase started;
    private final Connection connection;
    private volatile boolean closed;

    private LogAccess(@Nullable DataDirectory held, @Nullable EmbeddedDatabase started, Connection connection) {
        this.held = held;
        this.started = started;
        this.connection = connection;
    }

    /**
     * What is done with the log.
     *
     * @param <T> what comes of it
     */
    interface Work<T> {
        T with(LogSnapshot log) throws Exception;
    }

    /**
     * Opens the log, works on it and closes it, whatever comes between.
     *
     * @param progress gets a line before each step that takes a while
     */
    static <T> T read(DataOptions options, Consumer<String> progress, Work<T> work) throws Exception {
        try (var access = open(options, progress)) {
            Stopping.onSignal(access::close);
            try {
                var log = LogSnapshot.begin(access.connection);
                if (!log.exists()) {
                    throw new CommandProblem("The database holds no log; no Tenure was ever started on it.");
                }
                return work.with(log);
            } catch (SQLException e) {
                throw new CommandProblem(
                        access.closed ? "Stopped before the end." : "The log cannot be read: " + e.getMessage() + ".",
                        e);
            }
        }
    }

    private static LogAccess open(DataOptions options, Consumer<String> progress) {
        var data = options.dataDirectory();
        var databaseUrl = options.databaseUrl();
        if (databaseUrl != null) {
            return new LogAccess(null, null, DatabaseCheck.connect(DatabaseAddress.parse(databaseUrl)));
        }
        if (!EmbeddedDatabase.isIn(data)) {
            throw new CommandProblem("There is no database in " + data
                    + "; choose another --data-dir, or name a database of yours with --database-url.");
        }
        var held = DataDirectory.tryOpen(data).orElse(null);
        if (held == null) {
            var address = EmbeddedDatabase.running(data)
                    .orElseThrow(() -> new CommandProblem(
                            "Another Tenure is starting or stopping on " + data + "; try again in a moment."));
            return new LogAccess(null, null, DatabaseCheck.connect(address));
        }
        EmbeddedDatabase started = null;
        try {
            started = EmbeddedDatabase.start(held.path(), progress);
            return new LogAccess(held, started, DatabaseCheck.connect(started.address()));
        } catch (RuntimeException e) {
            if (started != null) {
                started.close();
            }
            held.close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone already.
        } finally {
            if (started != null) {
                started.close();
            }
            if (held != null) {
                held.close();
            }
        }
    }
}
