package tenure.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.app.database.DatabaseProblem;
import tenure.app.database.EmbeddedDatabase;

class EmbeddedDatabaseTest {
    private static final String PROGRAMS = "postgresql-18.6";

    @TempDir
    static Path shared;

    @TempDir
    Path data;

    /** Makes one database for all tests, as that takes seconds; those that change it work on a copy. */
    @BeforeAll
    static void setUpOnce() {
        EmbeddedDatabase.start(shared, line -> {}).close();
    }

    @BeforeEach
    void borrowPrograms() throws IOException {
        Files.createSymbolicLink(data.resolve(PROGRAMS), shared.resolve(PROGRAMS));
    }

    @Test
    void keepsItsRowsOverARestart() throws Exception {
        copyDatabase();
        try (var database = start()) {
            update(database, "create table kept (id int)");
            update(database, "insert into kept values (7)");
        }
        try (var database = start()) {
            assertThat(value(database, "select id from kept")).isEqualTo("7");
        }
    }

    @Test
    void keepsItsPortOverARestart() throws IOException {
        copyDatabase();
        String first;
        try (var database = start()) {
            first = database.address().jdbcUrl();
        }
        try (var database = start()) {
            assertThat(database.address().jdbcUrl()).isEqualTo(first);
        }
    }

    @Test
    void isDurableAndOfTheVersionThatItsFolderNames() throws IOException {
        copyDatabase();
        try (var database = start()) {
            Map.of(
                            "fsync", "on",
                            "full_page_writes", "on",
                            "synchronous_commit", "on",
                            "data_checksums", "on",
                            "listen_addresses", "127.0.0.1",
                            "unix_socket_directories", "",
                            "password_encryption", "scram-sha-256",
                            "server_encoding", "UTF8",
                            "idle_in_transaction_session_timeout", "30s")
                    .forEach((setting, value) -> assertThat(value(database, "show " + setting))
                            .as(setting)
                            .isEqualTo(value));
            assertThat(value(database, "show server_version")).startsWith(PROGRAMS.substring("postgresql-".length()));
            assertThat(value(
                            database,
                            "select datcollate || datlocprovider::text from pg_database"
                                    + " where datname = current_database()"))
                    .isEqualTo("Cb");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws IOException {
        copyDatabase();
        try (var database = start()) {
            var url = database.address().jdbcUrl();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(url, "tenure", null));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(url, "tenure", "guess"));
        }
        var file = data.resolve("postgres-password");
        assertThat(Files.readString(file).strip()).matches("[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void stopsWhatAKilledTenureLeftBehindAndFindsItsRows() throws Exception {
        copyDatabase();
        var owner = Processes.start(DatabaseOwner.class, data.toString());
        assertThat(Processes.firstLine(owner)).isEqualTo("ready");
        var orphan = ProcessHandle.of(pidInFile()).orElseThrow();
        owner.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();

        List<String> told = new ArrayList<>();
        try (var database = EmbeddedDatabase.start(data, told::add)) {
            assertThat(pidInFile()).isNotEqualTo(orphan.pid());
            assertThat(value(database, "select id from owned")).isEqualTo("42");
        }
        assertThat(told).anyMatch(line -> line.contains("left behind"));
    }

    @Test
    void startsAfterItsServerWasKilled() throws Exception {
        copyDatabase();
        var owner = Processes.start(DatabaseOwner.class, data.toString());
        assertThat(Processes.firstLine(owner)).isEqualTo("ready");
        var server = ProcessHandle.of(pidInFile()).orElseThrow();
        owner.destroyForcibly().waitFor();
        server.destroyForcibly();

        try (var database = start()) {
            assertThat(value(database, "select id from owned")).isEqualTo("42");
        }
    }

    @Test
    void leavesAStrangerAloneWhoseNumberStandsInTheStalePidFile() throws Exception {
        copyDatabase();
        start().close();
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    data.resolve("postgres/postmaster.pid"), stranger.pid() + "\n" + data.resolve("postgres") + "\n");
            try (var database = start()) {
                assertThat(value(database, "select 1")).isEqualTo("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void setsItselfUpAfterASetUpThatWasInterrupted() throws Exception {
        Files.createDirectories(data.resolve("postgres.new/base"));
        Files.writeString(data.resolve("postgres.new/PG_VERSION"), "18\n");
        try (var database = start()) {
            assertThat(value(database, "select 1")).isEqualTo("1");
        }
        assertThat(data.resolve("postgres.new")).doesNotExist();
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws IOException {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("is of PostgreSQL 17, but this Tenure brings PostgreSQL 18");
    }

    @Test
    void refusesADataDirectoryThatHasLostItsPassword() throws IOException {
        copyDatabase();
        start().close();
        Files.delete(data.resolve("postgres-password"));
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("postgres-password is missing");
    }

    private void copyDatabase() throws IOException {
        for (var part : List.of("postgres", "postgres-password")) {
            try (var files = Files.walk(shared.resolve(part))) {
                for (var file : (Iterable<Path>) files::iterator) {
                    Files.copy(
                            file, data.resolve(shared.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(data, line -> {});
    }

    private long pidInFile() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static void update(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = database.address().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(EmbeddedDatabase database, String sql) {
        try (var connection = database.address().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
