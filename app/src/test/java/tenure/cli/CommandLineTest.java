package tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.TenureApplication;
import tenure.database.Processes;

class CommandLineTest {
    @TempDir
    Path folder;

    @Nested
    class Start {
        @Test
        void saysThatThePortIsTaken() throws Exception {
            try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                var port = taken.getLocalPort();
                assertThat(tenure("start", "--data-dir", data(), "--port", Integer.toString(port)))
                        .isEqualTo(new Ended(
                                1,
                                "Port " + port + " is in use by another program; choose another one with --port.\n"));
            }
        }

        @Test
        void saysThatTheDataDirectoryCannotBeMade() throws Exception {
            // Under a file, as root may write into every folder.
            var file = Files.createFile(folder.resolve("file"));
            assertThat(tenure("start", "--data-dir", file + "/data"))
                    .isEqualTo(new Ended(
                            1, "The data directory " + file + "/data cannot be used: " + file + " is not a folder.\n"));
        }

        @Test
        void saysWhoHasTheDataDirectory() throws Exception {
            Files.createDirectory(folder.resolve("data"));
            try (var lock = FileChannel.open(
                    folder.resolve("data/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                Files.writeString(
                        folder.resolve("data/running.json"), "{\"pid\":4711,\"url\":\"http://127.0.0.1:8080\"}");
                assertThat(tenure("start", "--data-dir", data()))
                        .isEqualTo(new Ended(
                                1,
                                "Tenure is already running on " + data() + ": process 4711, http://127.0.0.1:8080.\n"));
            }
        }

        @Test
        void saysThatTheDatabaseCannotBeReached() throws Exception {
            var closed = closedPort();
            var ended = tenure(
                    "start",
                    "--data-dir",
                    data(),
                    "--port",
                    "0",
                    "--database-url",
                    "postgresql://anna:secret@127.0.0.1:" + closed + "/ledger");
            assertThat(ended)
                    .isEqualTo(new Ended(
                            1,
                            "The database at 127.0.0.1:" + closed + "/ledger cannot be used: Connection to 127.0.0.1:"
                                    + closed + " refused.\n"));
            assertThat(folder.resolve("data/logs/tenure.log"))
                    .content()
                    .contains("at tenure.app.database")
                    .doesNotContain("secret");
        }

        @Test
        void explainsABadOption() throws Exception {
            assertThat(tenure("start", "--port", "many"))
                    .isEqualTo(
                            new Ended(
                                    2,
                                    "Invalid value for option '--port': 'many' is not a whole number.\nTry ./tenure start --help.\n"));
        }
    }

    @Nested
    class Import {
        @Test
        void saysThatThereIsNoFolder() throws Exception {
            var missing = folder.resolve("missing").toString();
            assertThat(tenure("import", missing, "--mapping", "crmsim", "--data-dir", data()))
                    .isEqualTo(new Ended(1, "There is no folder or file " + missing + ".\n"));
        }

        @Test
        void namesTheMappingsThereAre() throws Exception {
            var ended = tenure("import", folder.toString(), "--mapping", "none", "--data-dir", data());
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err())
                    .startsWith(
                            "There is no mapping called none. There are: crmsim, ravenstack; a mapping file of your own ends in .json.\n");
            assertThat(folder.resolve("data")).doesNotExist();
        }

        @Test
        void namesThemInItsHelp() throws Exception {
            var process = Processes.start(TenureApplication.class, "import", "--help");
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .containsPattern("crmsim,\\s+ravenstack,\\s+or a\\s+mapping");
        }

        @Test
        void refusesADatabaseBesideARunningTenure() throws Exception {
            assertThat(tenure(
                            "import",
                            folder.toString(),
                            "--mapping",
                            "crmsim",
                            "--url",
                            "http://127.0.0.1:1",
                            "--database-url",
                            "postgresql://localhost/ledger"))
                    .isEqualTo(new Ended(
                            2,
                            "--url and --database-url cannot be used together, as the Tenure at --url has a database.\n"
                                    + "Try ./tenure import --help.\n"));

            Files.createDirectory(folder.resolve("data"));
            try (var lock = FileChannel.open(
                    folder.resolve("data/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                assertThat(tenure(
                                "import",
                                folder.toString(),
                                "--mapping",
                                "crmsim",
                                "--data-dir",
                                data(),
                                "--database-url",
                                "postgresql://localhost/ledger"))
                        .isEqualTo(new Ended(
                                1,
                                "A Tenure is already at work on " + data()
                                        + ", so --database-url would be ignored; leave it out, or choose another"
                                        + " --data-dir.\n"));
            }
        }

        @Test
        void thatIsAskedToStopStillReports() throws Exception {
            var asked = new CountDownLatch(1);
            var silent = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            silent.createContext("/api/v1/commands", exchange -> asked.countDown());
            silent.start();
            writeOneAccount();
            var process = Processes.start(
                    TenureApplication.class,
                    "import",
                    folder.toString(),
                    "--mapping",
                    "crmsim",
                    "--url",
                    "http://127.0.0.1:" + silent.getAddress().getPort());
            try {
                assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
                // The process itself would close its streams along with it.
                process.toHandle().destroy();
                assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .endsWith("Stopped before the end: It was asked to stop. Repeating the import is safe.\n");
            } finally {
                process.destroyForcibly();
                silent.stop(0);
            }
        }

        private void writeOneAccount() throws IOException {
            Files.writeString(
                    folder.resolve("accounts.csv"),
                    "account_id,signup_date,channel,region,founded_date\nA,2022-01-31,web,GA,2019-10-08\n");
            Files.writeString(
                    folder.resolve("subscriptions.csv"),
                    "account_id,plan,start_date,end_date,mrr,seats,bill_period_months\n");
            Files.writeString(folder.resolve("churn.csv"), "account_id,churn_date\n");
            Files.writeString(folder.resolve("usage_daily.csv"), "account_id,date,active_users,events\n");
        }

        @Test
        void asksForAMapping() throws Exception {
            assertThat(tenure("import", folder.toString()))
                    .isEqualTo(
                            new Ended(2, "Missing required option: '--mapping=NAME'.\nTry ./tenure import --help.\n"));
        }
    }

    @Nested
    class VerifyAndExport {
        @Test
        void sayThatThereIsNoDatabase() throws Exception {
            for (var command : List.of(List.of("verify-log"), List.of("export-log", "-"))) {
                var arguments = new ArrayList<>(command);
                arguments.addAll(List.of("--data-dir", data()));
                assertThat(tenure(arguments.toArray(String[]::new)))
                        .isEqualTo(new Ended(
                                1,
                                "There is no database in " + data()
                                        + "; choose another --data-dir, or name a database of yours with"
                                        + " --database-url.\n"));
            }
            assertThat(folder.resolve("data")).doesNotExist();
        }

        @Test
        void sayThatTheCheckpointsOrTheirKeyAreMissing() throws Exception {
            var missing = folder.resolve("missing").toString();
            assertThat(tenure("verify-log", "--data-dir", data(), "--checkpoints", missing))
                    .isEqualTo(new Ended(1, "There is no file " + missing + ".\n"));
            assertThat(tenure("verify-log", "--data-dir", data(), "--key", missing))
                    .isEqualTo(new Ended(
                            1,
                            "The public key cannot be used. It is not a verifier key, which looks like"
                                    + " tenure+1a2b3c4d+ASNFZ….\n"));
        }

        @Test
        void askForAFile() throws Exception {
            assertThat(tenure("export-log"))
                    .isEqualTo(new Ended(2, "Missing required parameter: 'FILE'.\nTry ./tenure export-log --help.\n"));
        }
    }

    @Test
    void explainsACommandThatDoesNotExist() throws Exception {
        assertThat(tenure("stop"))
                .isEqualTo(new Ended(2, "Unmatched argument at index 0: 'stop'.\nTry ./tenure --help.\n"));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static Ended tenure(String... arguments) throws Exception {
        var process = Processes.start(TenureApplication.class, arguments);
        try {
            var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), err);
        } finally {
            process.destroyForcibly();
        }
    }

    private record Ended(int exitCode, String err) {}
}
