package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.eventstore.NumberStore.Counted;

/** What a processor of Axon gets from the log: a stream of it that begins where it likes and never ends. */
class LogStreamTest {

    private final NumberStore numbers = new NumberStore();
    private final PostgresEventStore store = numbers.store;

    LogStreamTest() throws SQLException {}

    @AfterEach
    void stop() throws SQLException {
        numbers.close();
    }

    @Test
    void streamsWhatIsThereAndThenWhatComes() throws InterruptedException {
        numbers.publish("a", 0, 2);
        try (var stream = store.openStream(null)) {
            assertThat(read(stream, 2)).containsExactly(0, 1);
            assertThat(stream.hasNextAvailable()).isFalse();

            numbers.publish("a", 2, 3);
            assertThat(read(stream, 1)).containsExactly(2);
        }
    }

    @Test
    void streamsMoreThanAPageInOrderWithItsPositions() throws InterruptedException {
        numbers.publish("a", 0, 2_500);
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
        numbers.publish("a", 0, 5);
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
        numbers.publish("a", 0, 3);
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
        numbers.publish("a", 0, 2);
        try (var all = store.openStream(store.createTailToken());
                var fresh = store.openStream(store.createHeadToken())) {
            numbers.publish("a", 2, 3);
            assertThat(read(all, 3)).containsExactly(0, 1, 2);
            assertThat(read(fresh, 1)).containsExactly(2);
        }
    }

    @Test
    void beginsAtAMoment() throws InterruptedException {
        var noon = Instant.parse("2024-05-01T12:00:00Z");
        for (int i = 0; i < 3; i++) {
            store.publish(new GenericEventMessage<>(
                    UUID.randomUUID().toString(), new Counted(i), MetaData.emptyInstance(), noon.plusSeconds(60L * i)));
        }
        try (var stream = store.openStream(store.createTokenAt(noon.plusSeconds(30)))) {
            assertThat(read(stream, 2)).containsExactly(1, 2);
        }
        assertThat(store.createTokenAt(noon.plusSeconds(180))).isEqualTo(store.createHeadToken());
    }

    @Test
    void looksAtAnEventWithoutTakingIt() throws InterruptedException {
        numbers.publish("a", 0, 1);
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

            numbers.publish("a", 0, 1);

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

            numbers.publish("a", 0, 1);

            assertThat(found.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void callsBackAfterEachAppendUntilTheStreamIsClosed() {
        var calls = new AtomicInteger();
        try (var stream = store.openStream(null)) {
            assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            numbers.publish("a", 0, 1);
            await().until(() -> calls.get() == 1);
            numbers.publish("a", 1, 2);
            await().until(() -> calls.get() == 2);
        }
        try (var other = store.openStream(null)) {
            var others = new AtomicInteger();
            other.setOnAvailableCallback(others::incrementAndGet);
            numbers.publish("a", 2, 3);
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
            numbers.publish("a", i, i + 1);
        }
        var all = IntStream.range(0, 200).boxed().toList();
        for (var reader : readers) {
            assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo(all);
        }
    }

    @Test
    void asksTheDatabaseNothingWhileNothingIsAppended() throws InterruptedException {
        numbers.publish("a", 0, 1);
        try (var stream = store.openStream(null)) {
            read(stream, 1);
            numbers.recorder.clear();

            for (int i = 0; i < 1_000; i++) {
                assertThat(stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)).isFalse();
            }

            assertThat(numbers.recorder.plans()).hasSizeLessThanOrEqualTo(1);
        }
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
