package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.eventstore.NumberStore.Counted;
import tenure.eventstore.NumberStore.Counter;

/** What a processor gets that handles events of few types, in a log of many others. */
class LogStreamOfTypesTest {

    private final NumberStore numbers = new NumberStore();
    private final StreamableMessageSource<TrackedEventMessage<?>> counters = numbers.store.only(Set.of("counter"));

    LogStreamOfTypesTest() throws SQLException {}

    @AfterEach
    void stop() throws SQLException {
        numbers.close();
    }

    @Test
    void leavesOthersOutAndGoesOnWithWhatComes() throws Exception {
        numbers.publish("a", 0, 3);
        counters("b", 0, 2);
        numbers.publish("a", 3, 5);
        try (var stream = counters.openStream(null)) {
            assertThat(positions(stream.nextAvailable(), stream.nextAvailable()))
                    .containsExactly(4L, 5L);
            assertThat(stream.hasNextAvailable()).isFalse();

            numbers.publish("a", 5, 6);
            assertThat(stream.hasNextAvailable()).isFalse();
            counters("b", 2, 3);
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Counter(2));
        }
        try (var stream = counters.openStream(new GlobalSequenceTrackingToken(4))) {
            assertThat(positions(stream.nextAvailable(), stream.nextAvailable()))
                    .containsExactly(5L, 9L);
        }
    }

    @Test
    void handsOverTheLastOfAStretchWithoutAny() throws Exception {
        for (var i = 0; i < 24_000; i += 1_000) {
            numbers.publish("a", i, i + 1_000);
        }
        counters("b", 0, 1);
        try (var stream = counters.openStream(null)) {
            var events = List.of(stream.nextAvailable(), stream.nextAvailable(), stream.nextAvailable());
            assertThat(positions(events.toArray(TrackedEventMessage<?>[]::new)))
                    .containsExactly(10_000L, 20_000L, 24_001L);
            assertThat(events.getFirst().getPayload()).isEqualTo(new Counted(9_999));
        }
    }

    @Test
    void handsOverMoreThanAPageOfAStretch() throws Exception {
        counters("b", 0, 2_500);
        try (var stream = counters.openStream(null)) {
            var positions = new ArrayList<Long>();
            for (var i = 0; i < 2_500; i++) {
                positions.addAll(positions(stream.nextAvailable()));
            }
            assertThat(positions)
                    .isEqualTo(LongStream.rangeClosed(1, 2_500).boxed().toList());
        }
    }

    private void counters(String stream, int from, int to) {
        numbers.store.publish(IntStream.range(from, to)
                .mapToObj(number -> new GenericDomainEventMessage<>("counter", stream, number, new Counter(number)))
                .toList());
    }

    private static List<Long> positions(TrackedEventMessage<?>... events) {
        return List.of(events).stream()
                .map(event -> event.trackingToken().position().orElseThrow())
                .toList();
    }
}
