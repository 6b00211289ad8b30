package tenure.app.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A PostgreSQL server of Tenure's own, kept in the data directory.
 *
 * <p>It is as durable as one set up by hand: flushed commits, checksums, a password. It listens on 127.0.0.1 only. When
 * its Tenure is killed it lives on; the next start finds it, stops it in order and starts it anew.
 *
 * <p>Only one Tenure may hold a data directory; the caller sees to that.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String USER = "tenure";
    private static final String DATABASE = "tenure";
    private static final int PASSWORD_BYTES = 32;
    private static final int START_ATTEMPTS = 3;
    private static final long LARGEST_LOG_BYTES = 10_000_000;
    private static final Duration PATIENCE_WITH_ORPHANS = Duration.ofSeconds(10);

    private final Path dataDirectory;
    private final Path cluster;
    private final Path log;
    private final Postmaster postmaster;
    private final PostgresPrograms programs;
    private final String password;
    private boolean closed;
    private int port;

    private EmbeddedDatabase(Path dataDirectory, Consumer<String> progress) throws IOException {
        this.dataDirectory = dataDirectory;
        this.cluster = dataDirectory.resolve("postgres");
        this.log = Files.createDirectories(dataDirectory.resolve("logs")).resolve("postgres.log");
        this.postmaster = new Postmaster(cluster);
        refuseOtherVersion();
        var home = PostgresBinaries.unpackedIn(dataDirectory, progress);
        this.programs = new PostgresPrograms(home, dataDirectory.resolve("tmp"));
        this.password = readOrMakePassword();
    }

    /**
     * Starts the server of a data directory, making it first when there is none.
     *
     * @param dataDirectory where everything is kept; the caller holds its lock
     * @param progress      gets a line before each step that takes a while
     * @throws DatabaseProblem when that is impossible
     */
    public static EmbeddedDatabase start(Path dataDirectory, Consumer<String> progress) {
        try {
            var database = new EmbeddedDatabase(dataDirectory.toRealPath(), progress);
            database.stopOrphan(progress);
            database.initialize(progress);
            progress.accept("Starting PostgreSQL " + PostgresBinaries.VERSION + " …");
            database.launch();
            return database;
        } catch (IOException e) {
            throw new DatabaseProblem(
                    "PostgreSQL cannot be set up in " + dataDirectory + ": " + DatabaseCheck.firstSentence(e) + ".", e);
        }
    }

    /** Where the server of a data directory is that another process has started; empty when there is none. */
    public static Optional<DatabaseAddress> running(Path dataDirectory) {
        var cluster = dataDirectory.resolve("postgres");
        try {
            if (new Postmaster(cluster).running().isEmpty()) {
                return Optional.empty();
            }
            var port = keptPort(cluster);
            return port.isPresent()
                    ? Optional.of(addressOf(
                            DATABASE,
                            port.getAsInt(),
                            Files.readString(passwordFile(dataDirectory)).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new DatabaseProblem(
                    "The database in " + dataDirectory + " cannot be used: " + DatabaseCheck.firstSentence(e) + ".", e);
        }
    }

    /** Whether there is a server in a data directory, running or not. */
    public static boolean isIn(Path dataDirectory) {
        return Files.isDirectory(dataDirectory.resolve("postgres"));
    }

    /** Where this server is and how to log on. */
    public DatabaseAddress address() {
        return addressOf(DATABASE, port, password);
    }

    /** Stops the server in order: connections are cut, everything confirmed is on disk. Doing it twice is fine. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            stop();
        }
    }

    private static Path passwordFile(Path dataDirectory) {
        return dataDirectory.resolve("postgres-password");
    }

    private static DatabaseAddress addressOf(String database, int port, String password) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, password);
    }

    private void refuseOtherVersion() throws IOException {
        var versionFile = cluster.resolve("PG_VERSION");
        if (Files.exists(versionFile)) {
            var found = Files.readString(versionFile).strip();
            if (!found.equals(PostgresBinaries.majorVersion())) {
                throw new DatabaseProblem("The data in " + cluster + " is of PostgreSQL " + found
                        + ", but this Tenure brings PostgreSQL " + PostgresBinaries.majorVersion()
                        + "; start the Tenure that wrote it, or move the data with pg_dump.");
            }
        } else if (Files.exists(cluster)) {
            throw new DatabaseProblem(
                    "The folder " + cluster + " is not a PostgreSQL data directory; move it away and start again.");
        }
    }

    private String readOrMakePassword() throws IOException {
        var file = passwordFile(dataDirectory);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (Files.exists(cluster)) {
            throw new DatabaseProblem("The file " + file
                    + " is missing, and without it nobody can log on to the database; put it back from a backup.");
        }
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        var made = HexFormat.of().formatHex(bytes);
        var unfinished = dataDirectory.resolve("postgres-password.new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, made + "\n", StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    private void initialize(Consumer<String> progress) throws IOException {
        if (Files.exists(cluster)) {
            return;
        }
        progress.accept("Setting up the database (once) …");
        // Under another name first, so that an interrupted initdb is never taken for a database.
        var unfinished = dataDirectory.resolve("postgres.new");
        PostgresBinaries.deleteTree(unfinished);
        var result = programs.run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + passwordFile(dataDirectory),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Order of text by code point and the same on every system, whatever its locales are.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        if (!result.ok()) {
            Files.writeString(log, result.output(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            throw new DatabaseProblem("PostgreSQL could not set up its data directory: " + result.lastLine()
                    + " (all of it in " + log + ").");
        }
        Files.writeString(unfinished.resolve("pg_hba.conf"), """
                # Written by Tenure: this machine only, and never without the password.
                host all         all 127.0.0.1/32 scram-sha-256
                host replication all 127.0.0.1/32 scram-sha-256
                """);
        Files.writeString(
                unfinished.resolve("postgresql.conf"),
                "\n# Written anew by Tenure at each start; what stands below it wins.\ninclude 'tenure.conf'\n",
                StandardOpenOption.APPEND);
        writeSettings(unfinished, freePort());
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void stopOrphan(Consumer<String> progress) throws IOException {
        if (!Files.exists(postmaster.pidFile())) {
            return;
        }
        if (postmaster.running().isPresent()) {
            progress.accept("Stopping the PostgreSQL that a killed Tenure left behind …");
            stop();
        }
        // Connections outlive a killed server for a moment and still write; nothing may start beside them.
        var deadline = System.nanoTime() + PATIENCE_WITH_ORPHANS.toNanos();
        while (!postmaster.processes().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new DatabaseProblem("A PostgreSQL left behind still works in " + cluster
                        + " and does not stop (process "
                        + postmaster.processes().getFirst().pid() + "); stop it and start again.");
            }
            pause();
        }
        // Stale: its number may belong to a stranger by now, and PostgreSQL would take that one for its own.
        Files.deleteIfExists(postmaster.pidFile());
    }

    private void launch() throws IOException {
        keepLogSmall();
        for (var attempt = 1; ; attempt++) {
            port = choosePort();
            writeSettings(cluster, port);
            var result = programs.run(
                    "pg_ctl", "start", "--wait", "--timeout=240", "--pgdata=" + cluster, "--log=" + log, "--silent");
            if (result.ok()) {
                break;
            }
            if (postmaster.running().isPresent()) {
                stop();
            }
            // Somebody may have taken the port between the look and the start.
            if (attempt == START_ATTEMPTS || isFree(port)) {
                throw new DatabaseProblem("PostgreSQL did not start: " + result.lastLine() + " (see " + log + ").");
            }
        }
        try {
            createDatabase();
        } catch (SQLException e) {
            stop();
            throw new DatabaseProblem(
                    "The database in " + cluster + " does not let Tenure in: " + DatabaseCheck.firstSentence(e) + ".",
                    e);
        }
    }

    private void createDatabase() throws SQLException {
        try (var connection = addressOf("postgres", port, password).connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
            if (!rows.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private void stop() {
        var result = programs.run("pg_ctl", "stop", "--wait", "--timeout=60", "--mode=fast", "--pgdata=" + cluster);
        if (!result.ok() && postmaster.running().isPresent()) {
            // Loses nothing: the log is replayed at the next start.
            programs.run("pg_ctl", "stop", "--wait", "--timeout=30", "--mode=immediate", "--pgdata=" + cluster);
        }
    }

    private int choosePort() throws IOException {
        var kept = keptPort(cluster);
        return kept.isPresent() && isFree(kept.getAsInt()) ? kept.getAsInt() : freePort();
    }

    private static OptionalInt keptPort(Path cluster) throws IOException {
        var settings = cluster.resolve("tenure.conf");
        if (!Files.exists(settings)) {
            return OptionalInt.empty();
        }
        try (var lines = Files.lines(settings)) {
            return lines.filter(line -> line.startsWith("port = "))
                    .mapToInt(line -> Integer.parseInt(line.substring("port = ".length())))
                    .findFirst();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void writeSettings(Path cluster, int port) throws IOException {
        var unfinished = cluster.resolve("tenure.conf.new");
        Files.writeString(unfinished, """
                # Written by Tenure at each start; your own settings belong at the end of postgresql.conf.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 50

                # A confirmed event survives a power loss. Tenure does not start with one of these off.
                fsync = on
                full_page_writes = on
                synchronous_commit = on

                # A laptop's share.
                shared_buffers = '256MB'
                effective_cache_size = '1GB'
                work_mem = '16MB'
                maintenance_work_mem = '128MB'
                wal_compression = 'pglz'
                max_wal_size = '2GB'
                checkpoint_timeout = '10min'
                random_page_cost = 1.1
                jit = off

                # A transaction that waits for its client holds up everybody behind it.
                idle_in_transaction_session_timeout = '30s'

                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] '
                log_checkpoints = off
                """.formatted(port));
        Files.move(unfinished, cluster.resolve("tenure.conf"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void keepLogSmall() throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseProblem("Interrupted while waiting for PostgreSQL to stop.", e);
        }
    }
}
