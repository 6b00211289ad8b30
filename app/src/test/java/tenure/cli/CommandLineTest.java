package tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
                    .isEqualTo(new Ended(
                            2,
                            "Invalid value for option '--port': 'many' is not an int.\nTry ./tenure start --help.\n"));
        }
    }

    @Nested
    class Import {
        @Test
        void saysThatThereIsNoFolder() throws Exception {
            var missing = folder.resolve("missing").toString();
            assertThat(tenure("import", missing, "--mapping", "crmsim", "--data-dir", data()))
                    .isEqualTo(new Ended(1, "There is no folder " + missing + ".\n"));
        }

        @Test
        void namesTheMappingsThereAre() throws Exception {
            var ended = tenure("import", folder.toString(), "--mapping", "none", "--data-dir", data());
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).startsWith("There is no mapping called none. There are: crmsim.\n");
            assertThat(folder.resolve("data")).doesNotExist();
        }

        @Test
        void asksForAMapping() throws Exception {
            assertThat(tenure("import", folder.toString()))
                    .isEqualTo(
                            new Ended(2, "Missing required option: '--mapping=NAME'.\nTry ./tenure import --help.\n"));
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
