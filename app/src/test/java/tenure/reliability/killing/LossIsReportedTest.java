package tenure.reliability.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.uuid.Generators;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.eventstore.Append;
import tenure.eventstore.Append.CommandKey;
import tenure.eventstore.AppendOutcome;
import tenure.eventstore.Appender;
import tenure.eventstore.EventType;
import tenure.eventstore.NewEvent;
import tenure.eventstore.read.LogSignal;
import tenure.reliability.killing.Journal.Told;
import tenure.system.TenureProcess;

/**
 * The control of the kills: on a PostgreSQL that answers before it has written, the same check reports the loss. Tenure
 * itself does not start on such a one, so the log is written to without it.
 */
class LossIsReportedTest {

    private static final String FORGETFUL = "synchronous_commit = off\nwal_writer_delay = 10s\n";

    @TempDir
    Path folder;

    private KilledServer server;

    @BeforeEach
    void start() throws Exception {
        server = new KilledServer(Files.createDirectory(folder.resolve("server")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whenTheServerForgets() throws Exception {
        server.restartWith(FORGETFUL);
        assertThat(afterAKill().lost()).isNotEmpty();
    }

    @Test
    void andNotWhenItDoesNot() throws Exception {
        assertThat(afterAKill()).isEqualTo(new JournalCheck(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void andTenureDoesNotStartOnAForgetfulServer() throws Exception {
        server.restartWith(FORGETFUL);
        try (var tenure = TenureProcess.run(
                "start",
                "--port",
                "0",
                "--data-dir",
                folder.resolve("data").toString(),
                "--database-url",
                server.url())) {
            assertThat(tenure.exitCode()).isNotZero();
            assertThat(tenure.output()).contains("synchronous_commit = off");
        }
    }

    private JournalCheck afterAKill() throws Exception {
        var journal = new Journal();
        try (var connections = connections();
                var appender = new Appender(connections, new LogSignal())) {
            migrate(connections);
            var writer = Thread.ofVirtual().start(() -> writeUntilKilled(appender, journal));
            await().atMost(Duration.ofMinutes(1)).until(() -> journal.acknowledged() > 1_000);
            server.kill();
            writer.join();
        }
        server.start();
        return JournalCheck.of(journal, server.dataSource(), 0);
    }

    private HikariDataSource connections() {
        var connections = new HikariDataSource();
        connections.setJdbcUrl(server.address().jdbcUrl());
        connections.setUsername(server.address().user());
        connections.setPassword(server.address().password());
        connections.setMaximumPoolSize(2);
        return connections;
    }

    private static void migrate(HikariDataSource connections) {
        Flyway.configure()
                .dataSource(connections)
                .schemas("eventstore")
                .locations("classpath:db/eventstore")
                .load()
                .migrate();
    }

    private static void writeUntilKilled(Appender appender, Journal journal) {
        for (int i = 0; ; i++) {
            var key = "key-" + i;
            var event = event(key);
            journal.invoked(key);
            try {
                var append = new Append(new CommandKey("local", key, "hash"), List.of(event));
                if (appender.append(append) instanceof AppendOutcome.Stored stored) {
                    journal.acknowledged(
                            key,
                            Set.of(new Told(
                                    stored.firstPosition(), event.eventId().toString())),
                            false);
                }
            } catch (Appender.OutcomeUnknown killed) {
                journal.unknown(key);
                return;
            }
        }
    }

    private static NewEvent event(String key) {
        return new NewEvent(
                "facts",
                null,
                null,
                Generators.timeBasedEpochGenerator().generate(),
                new EventType("thing.happened", 1),
                Instant.now(),
                null,
                null,
                null,
                null,
                key,
                null,
                new byte[] {'{', '}'},
                new byte[] {'{', '}'});
    }
}
