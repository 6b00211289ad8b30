package tenure.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.app.database.EmbeddedDatabase;
import tenure.system.TenureProcess;

/** A log that is not what Tenure vouched for is found by its commands, and is not gone on with unless somebody says so. */
class ExchangedLogTest {

    @TempDir
    Path folder;

    @Test
    void isVerifiedAndExportedBesideARunningTenureAndWithoutOne() throws Exception {
        try (var tenure = TenureProcess.start(data())) {
            register(tenure, 1, 3);
            assertThat(run(0, "verify-log")).contains("Intact: ").contains(" events, hash ");
        }

        assertThat(run(0, "verify-log")).contains("Intact: ").containsPattern("checkpoints agree with it; they vouch");
        var key = Files.readString(data().resolve("verifier-key")).strip();
        assertThat(run(
                        0,
                        "verify-log",
                        "--new",
                        "--key",
                        key,
                        "--checkpoints",
                        checkpoints().toString()))
                .contains("Intact: ");
        var export = folder.resolve("log.ndjson");
        assertThat(run(0, "export-log", export.toString())).contains(" events exported, signed.");
        try (var lines = Files.lines(export)) {
            assertThat(lines.toList()).first().asString().startsWith("{\"kind\":\"log\",\"version\":1,\"log\":\"");
        }
        assertThat(export).content().contains("\"kind\":\"checkpoint\"").contains(key);

        tamper("update eventstore.event set actor = 'somebody else' where position = 2");
        assertThat(run(3, "verify-log")).contains("Damaged. First bad position: 2\n");
    }

    @Test
    void isNotStartedUntilAnOperatorAcceptsIt() throws Exception {
        try (var tenure = TenureProcess.start(data())) {
            register(tenure, 1, 3);
        }
        var head = headPosition();
        tamper(
                "delete from eventstore.batch where last_position = " + head,
                "delete from eventstore.event where position > (select max(last_position) from eventstore.batch)",
                "update eventstore.log_head set position = (select max(last_position) from eventstore.batch)",
                "delete from eventstore.stream_head where stream_no not in (select stream_no from eventstore.event)");
        assertThat(run(3, "verify-log")).contains("Damaged. First bad position: " + head + "\n");
        assertThat(run(3, "export-log", folder.resolve("log.ndjson").toString()))
                .contains(" events exported, not signed.")
                .contains("are gone.");

        var refusal = run(1, "start", "--port", "0");
        assertThat(refusal).contains("The log ends at position " + (head - 1)).contains("are gone.");
        var accept = Pattern.compile("--accept-log (\\S+),").matcher(refusal);
        assertThat(accept.find()).as(refusal).isTrue();

        try (var tenure = TenureProcess.start(data(), "--accept-log", accept.group(1))) {
            register(tenure, 3, 4);
        }
        try (var tenure = TenureProcess.start(data())) {
            register(tenure, 4, 5);
        }
        assertThat(run(0, "verify-log")).contains("an operator accepted").contains("Intact: ");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path checkpoints() throws IOException {
        try (var files = Files.list(data().resolve("checkpoints"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static void register(TenureProcess tenure, int from, int to) {
        for (int i = from; i < to; i++) {
            assertThat(tenure.http()
                            .command("register-customer", """
                            {"customerId":"C-%d","name":"Acme","registeredOn":"2024-01-01","profile":{}}""".formatted(i))
                            .status())
                    .isEqualTo(201);
        }
    }

    private String run(int expectedCode, String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data-dir", data().toString()));
        try (var tenure = TenureProcess.run(arguments.toArray(String[]::new))) {
            assertThat(tenure.exitCode()).as(tenure.output()).isEqualTo(expectedCode);
            return tenure.output();
        }
    }

    private long headPosition() throws SQLException {
        try (var database = EmbeddedDatabase.start(data(), line -> {});
                var connection = database.address().connect();
                var row = connection.createStatement().executeQuery("select position from eventstore.log_head")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void tamper(String... changes) throws SQLException {
        try (var database = EmbeddedDatabase.start(data(), line -> {});
                var connection = database.address().connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var change : changes) {
                statement.execute(change);
            }
        }
    }
}
