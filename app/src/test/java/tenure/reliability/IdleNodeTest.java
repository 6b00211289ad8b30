package tenure.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.system.ImportedTenure;
import tenure.system.TenureProcess;

/** A Tenure that nobody asks anything leaves its database alone. */
class IdleNodeTest {

    private static final int SECONDS = 10;

    @TempDir
    Path data;

    @Test
    void asksTheDatabaseFewerThanFiveTimesASecond() throws Exception {
        try (var tenure = TenureProcess.start(data);
                var database = connect()) {
            ImportedTenure.awaitViews(tenure.http());
            logEveryStatement(database);

            assertThat(statementsWhile(database, "select pg_sleep(" + SECONDS + ")"))
                    .hasSizeLessThan(5 * SECONDS);
        }
    }

    /** The control: had anybody asked more often, the count would say so. */
    @Test
    void wouldBeCaughtAskingMoreOften() throws Exception {
        try (var tenure = TenureProcess.start(data);
                var database = connect();
                var somebody = connect()) {
            assertThat(tenure.isRunning()).isTrue();
            logEveryStatement(database);
            execute(database, "select 'begin'");
            for (int i = 0; i < 5 * SECONDS; i++) {
                execute(somebody, "select " + i);
            }

            assertThat(statementsBetween(database, "begin")).hasSizeGreaterThanOrEqualTo(5 * SECONDS);
        }
    }

    private void logEveryStatement(Connection database) throws SQLException {
        execute(database, "alter system set log_statement = 'all'");
        execute(database, "select pg_reload_conf()");
        await().until(() -> {
            execute(database, "select 'logged'");
            return Files.readString(log()).contains("'logged'");
        });
    }

    private List<String> statementsWhile(Connection database, String wait) throws Exception {
        execute(database, "select 'begin'");
        execute(database, wait);
        return statementsBetween(database, "begin");
    }

    /** What was logged between the marker and now, without the marker. */
    private List<String> statementsBetween(Connection database, String marker) throws SQLException, IOException {
        execute(database, "select 'end'");
        var logged = Files.readAllLines(log()).stream()
                .filter(line -> line.contains("LOG:  execute") || line.contains("LOG:  statement"))
                .toList();
        var from = indexOf(logged, "select '" + marker + "'");
        return logged.subList(from + 1, indexOf(logged, "select 'end'")).stream()
                .filter(line -> !line.contains("pg_sleep"))
                .toList();
    }

    private static int indexOf(List<String> lines, String text) {
        return lines.indexOf(
                lines.stream().filter(line -> line.contains(text)).findFirst().orElseThrow());
    }

    private Path log() {
        return data.resolve("logs/postgres.log");
    }

    /** As the owner of the server that this Tenure started. */
    private Connection connect() throws SQLException, IOException {
        var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/tenure",
                "tenure",
                Files.readString(data.resolve("postgres-password")).strip());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
