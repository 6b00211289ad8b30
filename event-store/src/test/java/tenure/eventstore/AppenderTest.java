package tenure.eventstore;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.Append.CommandKey;
import tenure.eventstore.AppendOutcome.Conflict;
import tenure.eventstore.AppendOutcome.EventRepeated;
import tenure.eventstore.AppendOutcome.KeyRepeated;
import tenure.eventstore.AppendOutcome.Stored;
import tenure.eventstore.proof.LogSnapshot;
import tenure.eventstore.proof.LogVerifier;
import tenure.eventstore.proof.Verdict;
import tenure.eventstore.proof.Verdict.Damaged;
import tenure.eventstore.proof.Verdict.Intact;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;

class AppenderTest {

    private static final EventType TYPE = new EventType("thing.happened", 1);
    private static final Instant MORNING = Instant.parse("2022-03-31T08:00:00.123456789Z");

    private final TestDatabase database = TestDatabase.withLog();
    private final JdbcClient jdbc = database.jdbc();
    private final LogSignal signal = new LogSignal();
    private final EventLog log = new EventLog(jdbc, signal);
    private Appender appender;

    @BeforeEach
    void start() {
        appender = new Appender(database.dataSource(), signal);
    }

    @AfterEach
    void stop() {
        appender.close();
        database.close();
    }

    @Test
    void givesPositionsFromOneAndVersionsFromZero() {
        assertThat(stored(append(event("a", 0), event("a", 1))).firstPosition()).isEqualTo(1);
        assertThat(stored(append(event("b", 0))).firstPosition()).isEqualTo(3);
        assertThat(stored(append(event("a", 2))).versions()).containsExactly(2);

        assertThat(log.between(1, 4))
                .extracting(event -> event.position() + " " + event.stream() + " " + event.version())
                .containsExactly("1 a 0", "2 a 1", "3 b 0", "4 a 2");
        assertThat(log.head()).isEqualTo(4);
    }

    @Test
    void refusesADecisionOnAnOldState() {
        append(event("a", 0));

        assertThat(append(event("a", 0))).isEqualTo(new Conflict());
        assertThat(append(event("a", 2))).isEqualTo(new Conflict());
        assertThat(append(event("never-begun", 1))).isEqualTo(new Conflict());
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void refusesVersionsThatDoNotFollowEachOther() {
        assertThat(append(event("a", 0), event("a", 5))).isEqualTo(new Conflict());
        assertThat(append(fact("b"), event("b", 0))).isEqualTo(new Conflict());
        assertThat(log.head()).isZero();
    }

    @Test
    void letsNobodyWaitForEverWhenItIsClosed() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 16)
                    .mapToObj(writer -> pool.submit(() -> {
                        for (int i = 0; i < 10_000; i++) {
                            append(event("stream-" + writer, i));
                        }
                    }))
                    .toList();
            appender.close();
            for (var writer : writers) {
                assertThatThrownBy(() -> writer.get(30, java.util.concurrent.TimeUnit.SECONDS))
                        .hasCauseInstanceOf(Appender.LogBusy.class);
            }
        }
        assertThat(verdict()).isInstanceOf(Intact.class);
    }

    @Test
    void storesNothingOfAnAppendThatTouchesAStreamThatMovedOn() {
        append(event("a", 0));

        assertThat(append(event("b", 0), event("a", 0))).isEqualTo(new Conflict());

        assertThat(log.streamVersion("b")).isEmpty();
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void leavesTheNeighboursOfARefusedAppendAlone() {
        append(event("a", 0));

        var outcomes = appender.append(List.of(of(event("b", 0)), of(event("a", 0)), of(event("c", 0), event("c", 1))));

        assertThat(outcomes.get(1)).isEqualTo(new Conflict());
        assertThat(stored(outcomes.get(0)).firstPosition()).isEqualTo(2);
        assertThat(stored(outcomes.get(2)).firstPosition()).isEqualTo(3);
        assertThat(log.head()).isEqualTo(4);
    }

    @Test
    void putsSeveralDecisionsOnOneStreamInOrder() {
        var outcomes = appender.append(List.of(of(event("a", 0)), of(event("a", 1)), of(event("a", 1))));

        assertThat(stored(outcomes.get(0)).versions()).containsExactly(0);
        assertThat(stored(outcomes.get(1)).versions()).containsExactly(1);
        assertThat(outcomes.get(2)).isEqualTo(new Conflict());
    }

    @Test
    void putsFactsAtTheEndOfTheirStreamWhateverStandsThere() {
        append(fact("usage/P-1"), fact("usage/P-1"));

        assertThat(stored(append(fact("usage/P-1"), fact("usage/P-2"), fact("usage/P-1")))
                        .versions())
                .containsExactly(2, 0, 3);
    }

    @Test
    void remembersTheKeyOfACommandForEver() {
        var key = new CommandKey("caller", "key-1", "hash");
        appender.append(new Append(key, List.of(event("a", 0))));

        assertThat(appender.append(new Append(key, List.of(event("b", 0))))).isEqualTo(new KeyRepeated());
        assertThat(appender.append(new Append(new CommandKey("other", "key-1", "hash"), List.of(event("b", 0)))))
                .isInstanceOf(Stored.class);
        assertThat(jdbc.sql(
                                "select first_position || '-' || last_position from eventstore.command where caller = 'caller'")
                        .query(String.class)
                        .single())
                .isEqualTo("1-1");
    }

    @Test
    void remembersTheKeyOfACommandThatChangedNothing() {
        var key = new CommandKey("caller", "key-1", "hash");

        assertThat(appender.append(new Append(key, List.of()))).isInstanceOf(Stored.class);

        assertThat(appender.append(new Append(key, List.of(event("a", 0))))).isEqualTo(new KeyRepeated());
        assertThat(log.head()).isZero();
    }

    @Test
    void takesOneOfTwoCommandsWithTheSameKeyThatArriveTogether() {
        var key = new CommandKey("caller", "key-1", "hash");

        var outcomes = appender.append(
                List.of(new Append(key, List.of(event("a", 0))), new Append(key, List.of(event("b", 0)))));

        assertThat(outcomes.get(0)).isInstanceOf(Stored.class);
        assertThat(outcomes.get(1)).isEqualTo(new KeyRepeated());
    }

    @Test
    void refusesOnlyTheAppendThatRepeatsAnEventId() {
        var event = event("a", 0);
        append(event);

        var outcomes = appender.append(List.of(of(event("b", 0)), of(withId(event.eventId())), of(event("c", 0))));

        assertThat(outcomes.get(0)).isInstanceOf(Stored.class);
        assertThat(outcomes.get(1)).isEqualTo(new EventRepeated());
        assertThat(outcomes.get(2)).isInstanceOf(Stored.class);
        assertThat(positions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void keepsPositionsDenseUnderManyWritersOnTwoNodesSomeOfThemRefused() throws Exception {
        var refused = new AtomicLong();
        var accepted = new AtomicLong();
        try (var otherNode = new Appender(database.dataSource(), new LogSignal());
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 24)
                    .<Callable<Void>>mapToObj(writer -> () -> {
                        var node = writer % 2 == 0 ? appender : otherNode;
                        for (int i = 0; i < 50; i++) {
                            var outcome = i % 10 == 9
                                    ? node.append(of(event("stream-" + writer, 0)))
                                    : node.append(of(event("stream-" + writer, i - i / 10), fact("shared")));
                            (outcome instanceof Stored ? accepted : refused).incrementAndGet();
                        }
                        return null;
                    })
                    .toList();
            for (var done : pool.invokeAll(writers)) {
                done.get();
            }
        }

        assertThat(accepted.get()).isEqualTo(24 * 45);
        assertThat(refused.get()).isEqualTo(24 * 5);
        assertThat(positions())
                .isEqualTo(LongStream.rangeClosed(1, 2 * 24 * 45).boxed().toList());
        assertThat(jdbc.sql("select e.version from eventstore.event e join eventstore.stream_head s using (stream_no)"
                                + " where s.stream = 'shared' order by position")
                        .query(Long.class)
                        .list())
                .isEqualTo(LongStream.range(0, 24 * 45).boxed().toList());
        assertThat(verdict()).isInstanceOf(Intact.class);
    }

    @Test
    void chainsEveryBatchToTheOneBefore() {
        appender.append(List.of(of(event("a", 0), fact("b")), of(event("c", 0))));
        append(event("a", 1));

        assertThat(verdict()).isInstanceOf(Intact.class);

        editHistory("update eventstore.event set payload = '{\"n\":2}' where position = 3");
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Damaged.class, damage -> assertThat(damage.position()).isEqualTo(3));
    }

    @Test
    void letsNobodyEditHistory() {
        append(event("a", 0));

        for (var change : List.of(
                "update eventstore.event set actor = 'someone else'",
                "delete from eventstore.event",
                "truncate eventstore.event",
                "update eventstore.batch set hash = previous_hash",
                "delete from eventstore.batch")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("append-only");
        }
    }

    @Test
    void wakesAReaderThatWaits() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var woken = pool.submit(() -> {
                log.awaitBeyond(0, 1, java.util.concurrent.TimeUnit.HOURS);
                return log.head();
            });
            append(event("a", 0));

            assertThat(woken.get(10, java.util.concurrent.TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void goesOnWhenAReaderCannotBeWoken() {
        signal.listen(() -> {
            throw new java.util.concurrent.RejectedExecutionException("Shutting down");
        });

        append(event("a", 0));

        assertThat(append(event("a", 1))).isInstanceOf(Stored.class);
    }

    @Test
    void goesOnAfterTheDatabaseDroppedItsConnection() {
        append(event("a", 0));
        jdbc.sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where datname = current_database() and query ~ 'append_batch|ensure_partitions' and pid <> pg_backend_pid()")
                .query(Boolean.class)
                .list();

        assertThatThrownBy(() -> append(event("a", 1))).isInstanceOf(Appender.OutcomeUnknown.class);

        assertThat(append(event("a", 1))).isInstanceOf(Stored.class);
        assertThat(positions()).containsExactly(1L, 2L);
    }

    private List<Long> positions() {
        return jdbc.sql("select position from eventstore.event order by position")
                .query(Long.class)
                .list();
    }

    private void editHistory(String change) {
        jdbc.sql("alter table eventstore.event disable trigger event_is_append_only")
                .update();
        jdbc.sql(change).update();
    }

    private Verdict verdict() {
        try (var connection = database.dataSource().getConnection()) {
            return new LogVerifier(List.of(), (done, total) -> {}).verify(LogSnapshot.begin(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private AppendOutcome append(NewEvent... events) {
        return appender.append(of(events));
    }

    private static Append of(NewEvent... events) {
        return new Append(null, List.of(events).stream().collect(toList()));
    }

    private static Stored stored(AppendOutcome outcome) {
        assertThat(outcome).isInstanceOf(Stored.class);
        return (Stored) outcome;
    }

    private static NewEvent event(String stream, long version) {
        return new NewEvent(
                stream,
                "Thing",
                version,
                id(),
                TYPE,
                MORNING,
                "P-1",
                null,
                "trace",
                "cause",
                null,
                "anna",
                json("{\"n\":1}"),
                json("{}"));
    }

    private static NewEvent withId(UUID id) {
        return new NewEvent(
                "repeated", "Thing", 0L, id, TYPE, MORNING, null, null, null, null, null, null, json("{}"), json("{}"));
    }

    private static NewEvent fact(String stream) {
        return new NewEvent(
                stream, null, null, id(), TYPE, MORNING, null, null, null, null, null, null, json("{}"), json("{}"));
    }

    private static UUID id() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    private static byte[] json(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
