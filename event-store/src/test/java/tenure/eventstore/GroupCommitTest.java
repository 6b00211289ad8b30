package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tenure.eventstore.Append.CommandKey;
import tenure.eventstore.AppendOutcome.Conflict;
import tenure.eventstore.AppendOutcome.EventRepeated;
import tenure.eventstore.AppendOutcome.KeyRepeated;
import tenure.eventstore.AppendOutcome.Stored;
import tenure.eventstore.Appender.Appending;
import tenure.eventstore.Appender.LogBusy;
import tenure.eventstore.read.LogSignal;

/** What happens to appends that arrive while another is on its way: they go together. */
class GroupCommitTest {

    private static final EventType TYPE = new EventType("thing.happened", 1);

    private final TestDatabase database = TestDatabase.withLog();
    private final Appender appender = new Appender(database.dataSource(), new LogSignal());

    @AfterEach
    void stop() {
        appender.close();
        database.close();
    }

    @Test
    void whatArrivesDuringACallGoesTogetherInTheNext() throws Exception {
        var outcomes = together(IntStream.range(0, 100)
                .mapToObj(i -> append(event("stream-" + i, 0L)))
                .toList());

        assertThat(outcomes).hasSize(100).allMatch(Stored.class::isInstance);
        assertThat(batches()).containsExactly(1L, 100L);
    }

    @Test
    void decisionsOnOneStreamFollowEachOtherWithinABatch() throws Exception {
        var outcomes = together(List.of(
                append(event("a", 0L), event("a", 1L)),
                append(event("b", 0L)),
                append(event("a", 2L)),
                append(event("a", null))));

        assertThat(outcomes).extracting(this::versions).containsExactly("[0, 1]", "[0]", "[2]", "[3]");
        assertThat(batches()).containsExactly(1L, 5L);
    }

    @Test
    void aStaleDecisionHurtsNeitherItsNeighboursNorTheOneThatKnowsBetter() throws Exception {
        appender.append(append(event("a", 0L), event("a", 1L)));

        var outcomes = together(List.of(
                append(event("b", 0L)),
                append(event("a", 1L)),
                append(event("a", 2L)),
                append(event("a", null)),
                append(event("never-begun", 7L)),
                append(event("c", 0L))));

        assertThat(outcomes.get(1)).isEqualTo(new Conflict());
        assertThat(outcomes.get(4)).isEqualTo(new Conflict());
        assertThat(List.of(0, 2, 3, 5)).allMatch(i -> outcomes.get(i) instanceof Stored);
        assertThat(versions(outcomes.get(2))).isEqualTo("[2]");
    }

    @Test
    void eachKindOfRefusalConcernsItsOwnAppendOnly() throws Exception {
        var taken = event("a", 0L);
        var key = new CommandKey("caller", "key-1", "hash");
        appender.append(new Append(key, List.of(taken)));
        var repeated = new NewEvent(
                "d",
                null,
                0L,
                taken.eventId(),
                TYPE,
                taken.occurredAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                taken.payload(),
                taken.metadata());

        var outcomes = together(List.of(
                append(event("b", 0L)),
                new Append(key, List.of(event("c", 0L))),
                append(repeated),
                append(event("a", 0L)),
                append(event("e", 0L))));

        assertThat(outcomes.get(0)).isInstanceOf(Stored.class);
        assertThat(outcomes.get(1)).isEqualTo(new KeyRepeated());
        assertThat(outcomes.get(2)).isEqualTo(new EventRepeated());
        assertThat(outcomes.get(3)).isEqualTo(new Conflict());
        assertThat(outcomes.get(4)).isInstanceOf(Stored.class);
    }

    @Test
    void aBatchIsBoundedInEventsAndInBytes() throws Exception {
        var large = new byte[3 << 20];
        var outcomes = together(List.of(
                append(event("a", 0L, large)),
                append(event("b", 0L, large)),
                append(event("c", 0L, large)),
                append(IntStream.range(0, 3_999)
                        .mapToObj(i -> event("d", (long) i))
                        .toArray(NewEvent[]::new)),
                append(event("e", 0L), event("e", 1L))));

        assertThat(outcomes).allMatch(Stored.class::isInstance);
        assertThat(batches()).containsExactly(1L, 2 + 2L, 1 + 3_999L);
    }

    @Test
    void anAppendLargerThanABatchIsABatchOfItsOwn() {
        var outcome = appender.append(append(
                IntStream.range(0, 5_000).mapToObj(i -> event("a", (long) i)).toArray(NewEvent[]::new)));

        assertThat(outcome).isInstanceOf(Stored.class);
        assertThat(batches()).containsExactly(5_000L);
    }

    @Test
    void whatTheDatabaseCannotTakeHurtsNobodyElse() throws Exception {
        assertThatThrownBy(() -> together(
                        List.of(append(event("b", 0L)), append(event("nul\u0000", 0L)), append(event("c", 0L)))))
                .isInstanceOf(IllegalStateException.class);

        Awaitility.await()
                .untilAsserted(() -> assertThat(database.jdbc()
                                .sql("select stream from eventstore.stream_head order by stream")
                                .query(String.class)
                                .list())
                        .containsExactly("b", "c", "first"));
    }

    @Test
    @Timeout(60)
    @SuppressWarnings("NullAway") // what cannot be, to see that nobody waits for it for ever
    void whatNobodyExpectedIsAnsweredAndTheWriterGoesOn() {
        var whole = event("a", 0L);
        var withoutType = new NewEvent(
                "b",
                null,
                0L,
                whole.eventId(),
                null,
                whole.occurredAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                whole.payload(),
                whole.metadata());

        assertThatThrownBy(() -> appender.append(append(withoutType))).isInstanceOf(Appender.OutcomeUnknown.class);

        assertThat(appender.append(append(whole))).isInstanceOf(Stored.class);
    }

    @Test
    void aLogThatHasLostABatchIsNotWrittenTo() throws Exception {
        appender.append(append(event("a", 0L)));
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update eventstore.log_head set position = 7");
        }

        assertThatThrownBy(() -> appender.append(append(event("b", 0L)))).hasMessageContaining("damaged");
        assertThat(batches()).containsExactly(1L);
    }

    @Test
    void whoeverReadsTheLogForLongKeepsNobodyFromMakingAPartition() throws Exception {
        appender.append(append(event("a", 0L)));
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set transaction isolation level repeatable read");
            statement.execute("select count(*) from eventstore.event");
            try (var other = database.dataSource().getConnection();
                    var call = other.createStatement()) {
                call.execute("set lock_timeout = '5s'");
                call.execute("call eventstore.ensure_partitions(29999999)");
            }
            connection.rollback();
        }

        assertThat(appender.append(append(event("a", 1L)))).isInstanceOf(Stored.class);
    }

    @Test
    void whenTooMuchIsWaitingTheLogSaysThatItIsBusyAndStoresWhatItTook() throws Exception {
        var taken = new ArrayList<Appending>();
        try (var blocker = lockedHead()) {
            assertThatThrownBy(() -> {
                        for (int i = 0; ; i++) {
                            taken.add(appender.begin(List.of(append(event("stream-" + i, 0L)))));
                        }
                    })
                    .isInstanceOf(LogBusy.class)
                    .hasMessageContaining("waiting");
            blocker.rollback();
        }

        assertThat(taken)
                .hasSizeGreaterThan(10_000)
                .allMatch(appending -> appending.outcomes().getFirst() instanceof Stored);
    }

    @Test
    void aRefusedBatchLeavesTheHeadToOtherNodes() throws Exception {
        appender.append(append(event("a", 0L)));
        appender.append(append(event("a", 0L)));

        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1 from eventstore.log_head for update nowait");
        }
    }

    /** Hands all in while a call is held up, so that they are waiting when it ends. */
    private List<AppendOutcome> together(List<Append> appends) throws SQLException {
        try (var blocker = lockedHead()) {
            var first = appender.begin(List.of(append(event("first", null))));
            awaitBlockedCall();
            var rest = appender.begin(appends);
            blocker.rollback();
            assertThat(first.outcomes()).allMatch(Stored.class::isInstance);
            return rest.outcomes();
        }
    }

    private Connection lockedHead() throws SQLException {
        var connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select 1 from eventstore.log_head for update");
        }
        return connection;
    }

    private void awaitBlockedCall() {
        Awaitility.await()
                .until(() -> database.jdbc()
                                .sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and datname = current_database() and query like 'call eventstore.append%'")
                                .query(Long.class)
                                .single()
                        == 1);
    }

    private List<Long> batches() {
        return database.jdbc()
                .sql("select last_position - first_position + 1 from eventstore.batch order by last_position")
                .query(Long.class)
                .list();
    }

    private String versions(AppendOutcome outcome) {
        return Arrays.toString(((Stored) outcome).versions());
    }

    private static Append append(NewEvent... events) {
        return new Append(null, List.of(events));
    }

    private static NewEvent event(String stream, @Nullable Long version) {
        return event(stream, version, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static NewEvent event(String stream, @Nullable Long version, byte[] payload) {
        return new NewEvent(
                stream,
                "Thing",
                version,
                Generators.timeBasedEpochGenerator().generate(),
                TYPE,
                Instant.now(),
                "P-1",
                null,
                null,
                null,
                null,
                "alice",
                payload,
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
