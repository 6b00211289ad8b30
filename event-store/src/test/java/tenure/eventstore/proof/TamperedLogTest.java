package tenure.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tenure.eventstore.Appender;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.proof.StoredLog.Batch;
import tenure.eventstore.proof.Verdict.Damaged;
import tenure.eventstore.proof.Verdict.Intact;
import tenure.eventstore.read.LogSignal;

/**
 * Whatever is done to a stored log by somebody who may do anything in its database, the verifier sees it and names the first
 * bad position; so does a second verifier that knows only the export, the public key and the saved checkpoints.
 *
 * <p>{@code -Dtampering.mutations=N}, {@code -Dtampering.seed=N}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperedLogTest {

    private static final int MUTATIONS = Integer.getInteger("tampering.mutations", 1_000);
    private static final int CLEAN_RUNS = 100;
    private static final int SEEN_BY_BOTH = 60;
    private static final long SEED = Long.getLong("tampering.seed", System.nanoTime());

    private final TestDatabase database = TestDatabase.withLog();
    private final Random random = new Random(SEED);
    private final TreeMap<Long, Hash> hashes = new TreeMap<>();
    private final List<Batch> batches = new ArrayList<>();
    private Path folder;
    private CheckpointFolder saved;
    private List<Checkpoint> checkpoints;
    private Connection connection;
    private Forger forger;

    @BeforeAll
    void writeALog(@TempDir Path folder) throws Exception {
        this.folder = folder;
        System.out.println("tampering.seed=" + SEED);
        saved = new CheckpointFolder(folder);
        var keeper = Checkpoints.open(saved, Clock.systemUTC());
        try (var appender = new Appender(database.dataSource(), new LogSignal());
                var own = database.dataSource().getConnection()) {
            Forger.prepare(own);
            var log = new RandomLog(random, appender);
            for (int i = 0; i < 60; i++) {
                log.batch(i % 3 == 0 ? 1 : 1 + random.nextInt(12));
                if (i % 9 == 8 || i == 59) {
                    keeper.save(new LogSnapshot(own));
                    var head = new LogSnapshot(own).head().orElseThrow();
                    hashes.put(head.position(), head.hash());
                }
            }
            try (var rows = own.createStatement()
                    .executeQuery("select first_position, last_position from eventstore.batch order by 1")) {
                while (rows.next()) {
                    batches.add(new Batch(rows.getLong(1), rows.getLong(2)));
                }
            }
        }
        var read = SavedCheckpoints.read(savedFile(), saved.verifierKey());
        assertThat(read.problems()).isEmpty();
        checkpoints = read.inForce();
        assertThat(checkpoints).hasSize(hashes.size());
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        forger = new Forger(connection);
        forger.begin();
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @Test
    void isFoundAndLocatedWhateverIsDoneToIt() throws Exception {
        var found = new EnumMap<Tampering, Integer>(Tampering.class);
        int bySecond = 0;
        for (int done = 0; done < MUTATIONS; ) {
            // Events have the most columns.
            var tampering = random.nextInt(4) == 0
                    ? Tampering.FLIP_A_BIT_OF_AN_EVENT
                    : Tampering.values()[random.nextInt(Tampering.values().length)];
            var expected = tampering.at(log());
            if (expected.isPresent()) {
                var verdict = verify();
                assertThat(verdict)
                        .as("%s, tampering.seed=%d", tampering, SEED)
                        .isInstanceOfSatisfying(
                                Damaged.class,
                                damage -> assertThat(damage.position())
                                        .as("%s, tampering.seed=%d: %s", tampering, SEED, damage)
                                        .isEqualTo(expected.getAsLong()));
                if (done % 15 == 0 && tampering.shown && bySecond < SEEN_BY_BOTH && SecondVerifier.canRun()) {
                    bySecond++;
                    assertThat(secondOpinion())
                            .as("%s, tampering.seed=%d, first opinion: %s", tampering, SEED, verdict)
                            .startsWith("first bad position: " + expected.getAsLong() + "\n");
                }
                found.merge(tampering, 1, Integer::sum);
                done++;
            }
            connection.rollback();
            forger.begin();
        }
        System.out.println(
                "Found and located: " + found + ", " + bySecond + " of them by the second verifier as well.");
        assertThat(found.keySet()).containsExactly(Tampering.values());
        assertThat(bySecond > 0).isEqualTo(SecondVerifier.canRun());
    }

    @Test
    void isIntactForBothVerifiersWhenNobodyTouchedIt() throws Exception {
        var head = new LogSnapshot(connection).head().orElseThrow();

        assertThat(verify()).isEqualTo(new Intact(head.position(), head.hash(), head.position()));
        assertThat(new LogVerifier(checkpoints, (done, total) -> {}).verifyNew(new LogSnapshot(connection)))
                .isEqualTo(new Intact(head.position(), head.hash(), head.position()));
        assumeThat(SecondVerifier.canRun()).isTrue();
        assertThat(secondOpinion()).startsWith("intact: " + head.position() + " events, hash " + head.hash() + "\n");
    }

    @Test
    void raisesNoAlarmAfterAppendsOfAnyShape() throws Exception {
        try (var other = TestDatabase.withLog();
                var appender = new Appender(other.dataSource(), new LogSignal());
                var reader = other.dataSource().getConnection()) {
            var log = new RandomLog(random, appender);
            var before = List.<Checkpoint>of();
            for (int i = 0; i < CLEAN_RUNS; i++) {
                log.batch(1 + random.nextInt(i % 10 == 0 ? 400 : 8));
                var snapshot = LogSnapshot.begin(reader);
                var head = snapshot.head().orElseThrow();
                var verifier = new LogVerifier(before, (done, total) -> {});
                long vouched = before.isEmpty() ? 0 : before.getFirst().position();
                var intact = new Intact(head.position(), head.hash(), vouched);
                assertThat(verifier.verify(snapshot))
                        .as("tampering.seed=" + SEED)
                        .isEqualTo(intact);
                assertThat(verifier.verifyNew(snapshot)).isEqualTo(intact);
                reader.rollback();
                before = List.of(Checkpoint.of(head, Clock.systemUTC().instant(), OptionalLong.empty()));
            }
        }
    }

    @Test
    void isIntactWhenItIsEmpty() throws Exception {
        try (var other = TestDatabase.withLog();
                var reader = other.dataSource().getConnection()) {
            assertThat(new LogVerifier(List.of(), (done, total) -> {}).verify(LogSnapshot.begin(reader)))
                    .isEqualTo(new Intact(0, Hash.NONE, 0));
        }
    }

    @Test
    void controlAVerifierThatTrustsLeavesMissesAnEditedEvent() throws Exception {
        assertThat(Tampering.SWAP_TWO_PAYLOADS.at(log())).isPresent();

        assertThat(chainOfStoredLeavesHolds()).isTrue();
        assertThat(verify()).isInstanceOf(Damaged.class);
    }

    @Test
    void controlAVerifierWithoutCheckpointsMissesARewrittenLog() throws Exception {
        for (var tampering : List.of(
                Tampering.REWRITE_AN_EVENT_AND_ALL_LATER_HASHES,
                Tampering.RESTORE_YESTERDAY,
                Tampering.EMPTY_EVERY_TABLE)) {
            assertThat(tampering.at(log())).isPresent();

            assertThat(new LogVerifier(List.of(), (done, total) -> {}).verify(new LogSnapshot(connection)))
                    .as("%s", tampering)
                    .isInstanceOf(Intact.class);
            assertThat(verify()).as("%s", tampering).isInstanceOf(Damaged.class);
            connection.rollback();
            forger.begin();
        }
    }

    private StoredLog log() {
        return new StoredLog(random, forger, batches, hashes);
    }

    private Path savedFile() throws IOException {
        try (var files = Files.list(folder.resolve("checkpoints"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private Verdict verify() throws Exception {
        return new LogVerifier(checkpoints, (done, total) -> {}).verify(new LogSnapshot(connection));
    }

    /** What the verifier in JavaScript says of an export of the log as it is now. */
    private String secondOpinion() throws Exception {
        var export = folder.resolve("export.ndjson");
        try (var out = Files.newOutputStream(export)) {
            LogExport.write(new LogSnapshot(connection), Optional.empty(), out, (done, total) -> {});
        }
        return SecondVerifier.run(
                export,
                Map.of(
                        "--key",
                        saved.verifierKey().line(),
                        "--checkpoints",
                        savedFile().toString()));
    }

    private boolean chainOfStoredLeavesHolds() throws SQLException {
        return forger.number("""
                select count(*) from eventstore.batch b where hash <> sha256(
                    previous_hash || int8send(first_position) || int4send((last_position - first_position + 1)::integer)
                    || (select string_agg(leaf, ''::bytea order by position) from eventstore.event
                        where position between first_position and last_position))""") == 0;
    }
}
