package tenure.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.domain.usage.event.UsageDayReported;
import tenure.eventstore.PostgresEventStore;

class ProcessorsTest extends ProcessorHarness {

    @Test
    void handsOverEveryEventOnceAndInTheOrderOfItsCustomer() {
        start(recorder());

        report("P-1", 0, 200);
        report("P-2", 0, 200);
        report("P-1", 200, 300);

        awaitSeen(500);
        assertThat(seen("P-1")).isEqualTo(days(0, 300));
        assertThat(seen("P-2")).isEqualTo(days(0, 200));
    }

    @Test
    void handsANewProcessorWhatWasStoredBeforeIt() {
        start();
        report("P-1", 0, 3);
        context.close();

        start(recorder());

        awaitSeen(3);
        assertThat(seen("P-1")).isEqualTo(days(0, 3));
    }

    @Test
    void goesOnAfterARestartWhereItStopped() {
        start(recorder());
        report("P-1", 0, 5);
        awaitSeen(5);

        context.close();
        assertThat(jdbc.sql("select count(*) from eventstore.token where owner is not null")
                        .query(Long.class)
                        .single())
                .as("claims that outlive the stop would keep other nodes waiting")
                .isZero();
        start(recorder());
        report("P-1", 5, 8);

        awaitSeen(8);
        assertThat(seen("P-1")).isEqualTo(days(0, 8));
    }

    @Test
    void repeatsABatchDuringWhichTheDatabaseWasAwayAndLosesNothing() {
        var failures = new AtomicInteger();
        start(handledBy(new Recorder(jdbc, event -> {
            if (event.day().equals(FIRST_DAY.plusDays(2)) && failures.incrementAndGet() == 1) {
                throw new IllegalStateException(new SQLTransientConnectionException("Away"));
            }
        })));

        report("P-1", 0, 5);

        awaitSeen(5);
        assertThat(failures).hasValue(2);
        assertThat(seen("P-1")).as("what a failed batch wrote is rolled back").isEqualTo(days(0, 5));
        assertThat(count("select count(*) from eventstore.dead_letter")).isZero();
    }

    @Test
    void sparesAnAutomationThePast() {
        start();
        report("P-1", 0, 3);
        context.close();

        start(configurer ->
                configurer.eventProcessing().registerEventHandler(configuration -> new NeverReplayed(jdbc)));
        report("P-1", 3, 5);

        awaitSeen(2);
        assertThat(seen("P-1")).isEqualTo(days(3, 5));
    }

    @Test
    void isWokenByTheWriter() throws Exception {
        var source = new WatchedSource();
        start(configurer -> {
            configurer.eventProcessing().registerEventHandler(configuration -> new Recorder(jdbc, event -> {}));
            configurer.eventProcessing().registerPooledStreamingEventProcessor("recorder", configuration -> {
                source.store = (PostgresEventStore) configuration.eventStore();
                return source;
            });
        });
        assertThat(source.listening.await(30, TimeUnit.SECONDS)).isTrue();

        report("P-1", 0, 1);

        // Nothing but the writer calls it, so that it is called at all is the proof; the time is only patience.
        assertThat(source.woken.await(30, TimeUnit.SECONDS)).isTrue();
        awaitSeen(1);
    }

    @ProcessingGroup("recorder")
    record NeverReplayed(JdbcClient jdbc) {
        @DisallowReplay
        @EventHandler
        void on(UsageDayReported event) {
            jdbc.sql("insert into seen (customer, day) values (?, ?)")
                    .params(event.customerId(), event.day())
                    .update();
        }
    }

    /** The log, with an eye on how a processor asks to be woken. */
    private static final class WatchedSource implements StreamableMessageSource<TrackedEventMessage<?>> {
        private final CountDownLatch listening = new CountDownLatch(1);
        private final CountDownLatch woken = new CountDownLatch(1);
        private PostgresEventStore store;

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
            var stream = store.openStream(token);
            return new BlockingStream<>() {
                @Override
                public boolean setOnAvailableCallback(Runnable callback) {
                    var taken = stream.setOnAvailableCallback(() -> {
                        woken.countDown();
                        callback.run();
                    });
                    if (taken) {
                        listening.countDown();
                    }
                    return taken;
                }

                @Override
                public Optional<TrackedEventMessage<?>> peek() {
                    return stream.peek();
                }

                @Override
                public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
                    return stream.hasNextAvailable(timeout, unit);
                }

                @Override
                public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
                    return stream.nextAvailable();
                }

                @Override
                public void close() {
                    stream.close();
                }
            };
        }

        @Override
        public TrackingToken createTailToken() {
            return store.createTailToken();
        }

        @Override
        public TrackingToken createHeadToken() {
            return store.createHeadToken();
        }
    }
}
