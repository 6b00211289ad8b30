package tenure.benchmark.replay;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import tenure.benchmark.axon.AxonEngine;
import tenure.benchmark.axon.AxonProcessor;
import tenure.benchmark.measure.Rounds.Contestant;
import tenure.benchmark.view.View;

/**
 * All events of Axon's JDBC engine through one of its processors into a view, from the start of the processor to the
 * commit of its last batch.
 */
record AxonReplay(EmbeddedEventStore store, TokenStore tokens, AxonEngine engine, View view, int events)
        implements Contestant {

    private static final AtomicLong PROCESSORS = new AtomicLong();
    private static final long PATIENCE_MINUTES = 5;

    @Override
    public double turn() throws InterruptedException {
        view.clear();
        var open = new AtomicLong(events);
        var done = new CountDownLatch(1);
        var start = System.nanoTime();
        try (var processor = new AxonProcessor(
                "replay-" + PROCESSORS.incrementAndGet(), store, tokens, engine.transactions(), view::apply, batch -> {
                    if (open.addAndGet(-batch.size()) == 0) {
                        done.countDown();
                    }
                })) {
            if (!done.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException(
                        "Axon's processor " + processor.state() + " with " + open + " events to go.");
            }
            return events * 1e9 / (System.nanoTime() - start);
        }
    }
}
