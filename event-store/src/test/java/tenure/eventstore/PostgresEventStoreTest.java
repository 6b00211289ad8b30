package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.read.LogSignal;
import tools.jackson.databind.json.JsonMapper;

/** What Axon gets from the log: streams of it that never end, aggregates with their snapshots, and tokens. */
class PostgresEventStoreTest {

    record Counted(int number) {}

    record Counter(int total) {}

    private final TestDatabase database = TestDatabase.withLog();
    private final PlanRecorder recorder = new PlanRecorder(database);
    private final LogSignal signal = new LogSignal();
    private final Appender appender = new Appender(database.dataSource(), signal);
    private final PostgresEventStore store = PostgresEventStore.over(
            new PostgresEventStorageEngine(
                    appender,
                    JdbcClient.create(recorder),
                    new EventNames()
                            .with(new EventType("counted", 1), Counted.class)
                            .with(new EventType("counter", 2), Counter.class),
                    JsonMapper.builder().build(),
                    IllegalStateException::new),
            signal);

    PostgresEventStoreTest() throws SQLException {}

    @AfterEach
    void stop() throws SQLException {
        appender.close();
        recorder.close();
        database.close();
    }

    @Test
    void streamsWhatIsThereAndThenWhatComes() throws InterruptedException {
        publish("a", 0, 2);
        try (var stream = store.openStream(null)) {
            assertThat(read(stream, 2)).containsExactly(0, 1);
            assertThat(stream.hasNextAvailable()).isFalse();

            publish("a", 2, 3);
            assertThat(read(stream, 1)).containsExactly(2);
        }
    }

    @Test
    void streamsMoreThanAPageInOrderWithItsPositions() throws InterruptedException {
        publish("a", 0, 2_500);
        try (var stream = store.openStream(null)) {
            var positions = new ArrayList<Long>();
            for (int i = 0; i < 2_500; i++) {
                positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
            }
            assertThat(positions)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 2_500).boxed().toList());
        }
    }

    @Test
    void goesOnFromTheTokenOfAnyEvent() throws InterruptedException {
        publish("a", 0, 5);
        TrackingToken token;
        try (var stream = store.openStream(null)) {
            read(stream, 2);
            token = stream.nextAvailable().trackingToken();
        }
        try (var stream = store.openStream(token)) {
            assertThat(read(stream, 2)).containsExactly(3, 4);
        }
    }

    @Test
    void goesOnInTheMiddleOfAReplay() throws InterruptedException {
        publish("a", 0, 3);
        var replay = ReplayToken.createReplayToken(store.createHeadToken(), new GlobalSequenceTrackingToken(1));
        try (var stream = store.openStream(replay)) {
            assertThat(read(stream, 2)).containsExactly(1, 2);
        }
    }

    @Test
    void refusesATokenOfAnotherKindOfLog() {
        assertThatThrownBy(() -> store.openStream(GapAwareTrackingToken.newInstance(3, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("position");
    }

    @Test
    void beginsAtTheTailOrTheHeadAsAsked() throws InterruptedException {
        publish("a", 0, 2);
        try (var all = store.openStream(store.createTailToken());
                var fresh = store.openStream(store.createHeadToken())) {
            publish("a", 2, 3);
            assertThat(read(all, 3)).containsExactly(0, 1, 2);
            assertThat(read(fresh, 1)).containsExactly(2);
        }
    }

    @Test
    void beginsAtAMoment() throws InterruptedException {
        var noon = Instant.parse("2024-05-01T12:00:00Z");
        for (int i = 0; i < 3; i++) {
            store.publish(new GenericEventMessage<>(
                    java.util.UUID.randomUUID().toString(),
                    new Counted(i),
                    MetaData.emptyInstance(),
                    noon.plusSeconds(60L * i)));
        }
        try (var stream = store.openStream(store.createTokenAt(noon.plusSeconds(30)))) {
            assertThat(read(stream, 2)).containsExactly(1, 2);
        }
        assertThat(store.createTokenAt(noon.plusSeconds(180))).isEqualTo(store.createHeadToken());
    }

    @Test
    void looksAtAnEventWithoutTakingIt() throws InterruptedException {
        publish("a", 0, 1);
        try (var stream = store.openStream(null)) {
            assertThat(stream.peek()).isPresent();
            assertThat(stream.peek()).isPresent();
            assertThat(read(stream, 1)).containsExactly(0);
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void holdsAReaderUntilThereIsSomething() throws Exception {
        try (var stream = store.openStream(null)) {
            var read = CompletableFuture.supplyAsync(() -> {
                try {
                    return stream.nextAvailable();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(read).isNotDone();

            publish("a", 0, 1);

            assertThat(read.get(30, TimeUnit.SECONDS).getPayload()).isEqualTo(new Counted(0));
        }
    }

    @Test
    void wakesAReaderThatWaits() throws Exception {
        try (var stream = store.openStream(null)) {
            var found = CompletableFuture.supplyAsync(() -> {
                try {
                    return stream.hasNextAvailable(5, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });

            publish("a", 0, 1);

            assertThat(found.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void callsBackAfterEachAppendUntilTheStreamIsClosed() {
        var calls = new AtomicInteger();
        try (var stream = store.openStream(null)) {
            assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            publish("a", 0, 1);
            await().until(() -> calls.get() == 1);
            publish("a", 1, 2);
            await().until(() -> calls.get() == 2);
        }
        try (var other = store.openStream(null)) {
            var others = new AtomicInteger();
            other.setOnAvailableCallback(others::incrementAndGet);
            publish("a", 2, 3);
            await().until(() -> others.get() == 1);
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void givesEveryReaderEveryEvent() throws Exception {
        var readers = new ArrayList<CompletableFuture<List<Integer>>>();
        for (int i = 0; i < 4; i++) {
            readers.add(CompletableFuture.supplyAsync(() -> {
                try (var stream = store.openStream(null)) {
                    return read(stream, 200);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (int i = 0; i < 200; i++) {
            publish("a", i, i + 1);
        }
        var all = IntStream.range(0, 200).boxed().toList();
        for (var reader : readers) {
            assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo(all);
        }
    }

    @Test
    void asksTheDatabaseNothingWhileNothingIsAppended() throws InterruptedException {
        publish("a", 0, 1);
        try (var stream = store.openStream(null)) {
            read(stream, 1);
            recorder.clear();

            for (int i = 0; i < 1_000; i++) {
                assertThat(stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)).isFalse();
            }

            assertThat(recorder.plans()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void loadsASnapshotAndWhatFollowedInOneRoundTrip() {
        publish("a", 0, 4);
        store.storeSnapshot(snapshot("a", 2));
        recorder.clear();

        assertThat(load("a")).containsExactly(new Counter(2), new Counted(3));

        assertThat(recorder.plans()).hasSize(1);
    }

    @Test
    void loadsAllEventsWhereThereIsNoSnapshot() {
        publish("a", 0, 3);
        recorder.clear();

        assertThat(load("a")).containsExactly(new Counted(0), new Counted(1), new Counted(2));
        assertThat(recorder.plans()).hasSize(1);
        assertThat(load("never-begun")).isEmpty();
        assertThat(store.readEvents("a").getLastSequenceNumber()).isEqualTo(2);
    }

    @Test
    void keepsTheNewestSnapshot() {
        publish("a", 0, 4);
        store.storeSnapshot(snapshot("a", 3));
        store.storeSnapshot(snapshot("a", 1));

        assertThat(load("a")).containsExactly(new Counter(3));
        assertThat(store.lastSequenceNumberFor("a")).contains(3L);
    }

    @Test
    void passesOverASnapshotOfARevisionThatItDoesNotKnow() {
        publish("a", 0, 3);
        store.storeSnapshot(snapshot("a", 1));
        database.jdbc().sql("update eventstore.snapshot set revision = '1'").update();

        assertThat(load("a")).containsExactly(new Counted(0), new Counted(1), new Counted(2));
    }

    @Test
    void passesOverASnapshotThatCannotBeRead() {
        publish("a", 0, 3);
        store.storeSnapshot(snapshot("a", 1));
        for (var damage : List.of("payload = '{broken'", "metadata = '[1,2]'", "revision = 'new'", "type = 'gone'")) {
            database.jdbc().sql("update eventstore.snapshot set " + damage).update();

            assertThat(load("a")).as(damage).hasSize(3);
        }
    }

    @Test
    void replacesASnapshotThatItCouldNotRead() {
        publish("a", 0, 3);
        store.storeSnapshot(snapshot("a", 2));
        database.jdbc().sql("update eventstore.snapshot set revision = '1'").update();

        store.storeSnapshot(snapshot("a", 2));

        assertThat(load("a")).containsExactly(new Counter(2));
    }

    @Test
    void showsTheUnitOfWorkWhatItHasNotStoredYet() {
        publish("a", 0, 2);
        var work = DefaultUnitOfWork.startAndGet(null);
        store.publish(domainEvent("a", 2));

        assertThat(load("a")).containsExactly(new Counted(0), new Counted(1), new Counted(2));

        work.rollback();
        assertThat(load("a")).hasSize(2);
    }

    /** Unlike Axon's engines, which look at nothing but whether the number is taken. */
    @Test
    void refusesAnEventThatSkipsAPartOfItsStream() {
        publish("a", 0, 1);

        assertThatThrownBy(() -> store.publish(domainEvent("a", 2))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store.publish(domainEvent("b", 1))).isInstanceOf(ConcurrencyException.class);
    }

    private void publish(String stream, int from, int to) {
        store.publish(IntStream.range(from, to)
                .mapToObj(number -> domainEvent(stream, number))
                .toList());
    }

    private static DomainEventMessage<?> domainEvent(String stream, int number) {
        return new GenericDomainEventMessage<>("counter", stream, number, new Counted(number));
    }

    private static DomainEventMessage<?> snapshot(String stream, int version) {
        return new GenericDomainEventMessage<>("counter", stream, version, new Counter(version));
    }

    private List<Object> load(String stream) {
        return store.readEvents(stream)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    private static List<Integer> read(BlockingStream<TrackedEventMessage<?>> stream, int events)
            throws InterruptedException {
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < events; i++) {
            assertThat(stream.hasNextAvailable((int) Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
            numbers.add(((Counted) stream.nextAvailable().getPayload()).number());
        }
        return numbers;
    }
}
