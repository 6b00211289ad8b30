package tenure.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.eventstore.Appender;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.proof.Verdict.Intact;
import tenure.eventstore.read.LogSignal;

class CheckpointsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-04-01T08:00:00.9Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    private final TestDatabase database = TestDatabase.withLog();
    private final Appender appender = new Appender(database.dataSource(), new LogSignal());
    private final RandomLog log = new RandomLog(new Random(1), appender);
    private Connection connection;
    private LogSnapshot snapshot;
    private CheckpointFolder folder;
    private Checkpoints checkpoints;

    @BeforeEach
    void open() throws Exception {
        connection = database.dataSource().getConnection();
        snapshot = new LogSnapshot(connection);
        folder = new CheckpointFolder(data);
        checkpoints = Checkpoints.open(folder, CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
        appender.close();
        database.close();
    }

    @Test
    void keepTheKeyFromOthersAndUseItAgain() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("signing-key"))))
                .isEqualTo("rw-------");
        log.batch(2);
        checkpoints.save(snapshot);

        log.batch(1);
        Checkpoints.open(folder, CLOCK).save(snapshot);

        assertThat(saved().problems()).isEmpty();
        assertThat(saved().inForce()).extracting(Checkpoint::position).containsExactly(2L, 3L);
        assertThat(saved().inForce()).extracting(Checkpoint::at).containsOnly(Instant.parse("2024-04-01T08:00:00Z"));
    }

    @Test
    void areSavedOnlyWhenTheLogHasGrown() throws Exception {
        assertThat(checkpoints.save(snapshot)).isFalse();
        log.batch(1);
        assertThat(checkpoints.save(snapshot)).isTrue();
        assertThat(checkpoints.save(snapshot)).isFalse();
    }

    @Test
    void areWrittenWhileTheLogGrowsAndAtTheEnd() throws Exception {
        var often = new CheckpointWriter(checkpoints, database.dataSource(), Duration.ofMillis(20));
        log.batch(3);
        await().until(() -> positions().contains(3L));
        log.batch(2);
        await().until(() -> positions().contains(5L));
        often.close();

        var seldom = new CheckpointWriter(checkpoints, database.dataSource(), Duration.ofDays(1));
        log.batch(1);
        seldom.close();
        assertThat(positions()).last().isEqualTo(6L);
    }

    @Test
    void goOnAfterAWriteThatAPowerCutInterrupted() throws Exception {
        log.batch(1);
        checkpoints.save(snapshot);
        var whole = Files.readString(file());
        log.batch(1);
        checkpoints.save(snapshot);
        var both = Files.readString(file());
        for (int end = whole.length(); end < both.length(); end++) {
            Files.writeString(file(), both.substring(0, end));
            assertThat(positions()).as("%d characters", end).containsExactly(1L);
            checkpoints.admit(snapshot, null);
            checkpoints.save(snapshot);
            assertThat(file()).content().isEqualTo(both);
        }
    }

    @Test
    void admitALogThatHasGrown() throws Exception {
        log.batch(4);
        checkpoints.admit(snapshot, null);
        checkpoints.save(snapshot);
        log.batch(4);
        checkpoints.admit(snapshot, null);
    }

    @Test
    void refuseALogThatHasBecomeShorterUntilAnOperatorAcceptsIt() throws Exception {
        for (int i = 0; i < 3; i++) {
            log.batch(2);
            checkpoints.save(snapshot);
        }
        lose("last_position > 4");

        assertThatThrownBy(() -> checkpoints.admit(snapshot, null))
                .isInstanceOf(LogForked.class)
                .hasMessageStartingWith(
                        "The log ends at position 4, but on 2024-04-01T08:00:00Z it went to 6: the events"
                                + " after 4 are gone.");
        var token = token();
        assertThatThrownBy(() -> checkpoints.admit(snapshot, "4-00000000")).isInstanceOf(LogForked.class);
        assertThatThrownBy(() -> checkpoints.save(snapshot)).isInstanceOf(LogForked.class);
        assertThatThrownBy(() -> checkpoints.sign(snapshot)).isInstanceOf(LogForked.class);

        checkpoints.admit(snapshot, token);

        checkpoints.admit(snapshot, null);
        assertThat(positions()).containsExactly(2L, 4L, 4L);
        assertThat(saved().accepted()).extracting(Checkpoint::lostAfter).hasToString("[OptionalLong[4]]");
        assertThat(new LogVerifier(saved().inForce(), (done, total) -> {}).verify(snapshot))
                .isInstanceOf(Intact.class);

        lose("last_position > 2");
        assertThatThrownBy(() -> checkpoints.admit(snapshot, token)).isInstanceOf(LogForked.class);
    }

    @Test
    void areAcceptedByOneNodeWhileAnotherWritesOn() throws Exception {
        log.batch(2);
        checkpoints.save(snapshot);
        log.batch(2);
        checkpoints.save(snapshot);
        lose("last_position > 2");
        var token = token();
        log.batch(1);

        checkpoints.admit(snapshot, token);

        assertThat(positions()).containsExactly(2L, 3L);
    }

    @Test
    void vouchForNoHeadThatEndsNoBatch() throws Exception {
        log.batch(2);
        checkpoints.save(snapshot);
        change("update eventstore.log_head set position = 5");

        assertThatThrownBy(() -> checkpoints.admit(snapshot, null)).isInstanceOf(LogForked.class);
        assertThatThrownBy(() -> checkpoints.save(snapshot))
                .isInstanceOf(LogForked.class)
                .hasMessageContaining("where no batch ends");

        change("update eventstore.log_head set position = 2");
        checkpoints.admit(snapshot, null);
        assertThat(positions()).containsExactly(2L);
    }

    @Test
    void refuseALogThatWasRewritten() throws Exception {
        log.batch(2);
        checkpoints.save(snapshot);
        log.batch(2);
        checkpoints.save(snapshot);
        change("update eventstore.batch set hash = sha256(hash) where last_position = 4");

        assertThatThrownBy(() -> checkpoints.admit(snapshot, null))
                .isInstanceOf(LogForked.class)
                .hasMessageContaining("it was rewritten at or before position 4.");

        checkpoints.admit(snapshot, token());
        assertThat(positions()).containsExactly(2L, 4L);
    }

    @Test
    void refuseAnotherLogInPlaceOfTheOneTheyKnow() throws Exception {
        log.batch(2);
        checkpoints.save(snapshot);
        change("update eventstore.log_head set log = gen_random_uuid()");

        assertThatThrownBy(() -> checkpoints.admit(snapshot, null))
                .isInstanceOf(LogForked.class)
                .hasMessageContaining("has vouched for another one");

        checkpoints.admit(snapshot, token());
        checkpoints.admit(snapshot, null);
    }

    @Test
    void areNotBelievedWhenTheyAreForged() throws Exception {
        log.batch(2);
        checkpoints.save(snapshot);
        var signed = Files.readString(file());
        var random = new Random(1);
        for (int i = 0; i < 200; i++) {
            var forged = new StringBuilder(signed);
            int at = random.nextInt(signed.length() - 1);
            forged.setCharAt(at, (char) (forged.charAt(at) ^ 1 << random.nextInt(5)));
            Files.writeString(file(), forged);

            // A signature that is no longer one makes the rest of an interrupted write, which vouches for nothing.
            assertThat(saved().inForce()).as(forged.toString()).isEmpty();
        }
        Files.writeString(file(), signed.replaceFirst("\n2\n", "\n1\n"));
        assertThat(saved().problems()).singleElement().asString().contains("It is not signed with the key tenure+");
        assertThatThrownBy(() -> checkpoints.admit(snapshot, null))
                .isInstanceOf(LogForked.class)
                .hasMessageContaining("must not be believed");
    }

    @Test
    void areNotBelievedWhenThePublicKeyWasSwapped() throws Exception {
        log.batch(2);
        checkpoints.save(snapshot);
        var own = Files.readString(data.resolve("verifier-key"));
        var other = new CheckpointFolder(Files.createDirectory(data.resolve("other")));
        Checkpoints.open(other, CLOCK);
        Files.copy(
                data.resolve("other/verifier-key"), data.resolve("verifier-key"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(saved().problems()).hasSize(1);
        assertThat(saved().inForce()).isEmpty();
        assertThatThrownBy(() -> Checkpoints.open(folder, CLOCK))
                .isInstanceOf(BadCheckpoint.class)
                .hasMessageContaining("does not belong to");
        assertThat(SavedCheckpoints.read(file(), VerifierKey.parse(own)).problems())
                .isEmpty();
    }

    @Test
    void areRefusedWithoutTheKeyThatSignedThem() throws Exception {
        log.batch(1);
        checkpoints.save(snapshot);
        Files.delete(data.resolve("signing-key"));

        assertThatThrownBy(() -> Checkpoints.open(folder, CLOCK))
                .isInstanceOf(BadCheckpoint.class)
                .hasMessageContaining("is missing");
        assertThat(Checkpoints.openToSign(folder, CLOCK)).isEmpty();
    }

    private SavedCheckpoints saved() throws IOException {
        return SavedCheckpoints.read(file(), folder.verifierKey());
    }

    private List<Long> positions() throws IOException {
        return saved().inForce().stream().map(Checkpoint::position).toList();
    }

    private Path file() {
        return folder.fileOf(logName());
    }

    private UUID logName() {
        return database.jdbc()
                .sql("select log from eventstore.log_head")
                .query(UUID.class)
                .single();
    }

    private String token() throws Exception {
        try {
            checkpoints.admit(snapshot, null);
            throw new AssertionError("It was admitted.");
        } catch (LogForked e) {
            var token = Pattern.compile("--accept-log (\\S+),").matcher(e.getMessage());
            assertThat(token.find()).as(e.getMessage()).isTrue();
            return token.group(1);
        }
    }

    /** As after restoring an older backup. */
    private void lose(String batches) throws Exception {
        change("delete from eventstore.batch where " + batches);
        change("delete from eventstore.event where position > (select max(last_position) from eventstore.batch)");
        change("update eventstore.log_head set position = (select max(last_position) from eventstore.batch)");
        change("delete from eventstore.stream_head where stream_no not in (select stream_no from eventstore.event)");
        change("update eventstore.stream_head h set version ="
                + " (select max(version) from eventstore.event e where e.stream_no = h.stream_no)");
    }

    private void change(String statement) throws Exception {
        try (var superuser = database.dataSource().getConnection();
                var change = superuser.createStatement()) {
            change.execute("set session_replication_role = replica");
            change.execute(statement);
            change.execute("reset session_replication_role");
        }
    }
}
