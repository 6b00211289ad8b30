package tenure.benchmark.lag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStore;
import tenure.benchmark.event.Samples;

/** Publishes events at a steady rate, however long each takes: waiting for one would hide what it does to the next. */
record Writer(EventStore store, Clocks clocks) {

    static final int EVENTS_PER_SECOND = 500;

    void write(Duration length) throws Exception {
        var count = (int) (length.toMillis() * EVENTS_PER_SECOND / 1_000);
        var start = System.nanoTime();
        var written = new ArrayList<Future<?>>(count);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                var due = start + i * 1_000_000_000L / EVENTS_PER_SECOND;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                written.add(threads.submit(this::publish));
            }
            for (var one : written) {
                one.get();
            }
        }
    }

    private void publish() {
        var messages = new Samples().messages(1);
        store.publish(messages);
        clocks.acknowledged(messages.getFirst().getIdentifier());
    }
}
