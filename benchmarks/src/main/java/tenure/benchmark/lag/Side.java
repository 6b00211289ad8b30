package tenure.benchmark.lag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStore;
import tenure.benchmark.measure.Numbers;

/** One store with its readers on two nodes. */
final class Side implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final Clocks clocks = new Clocks();
    private final Map<String, List<Double>> lags = new LinkedHashMap<>();
    private final List<Runnable> closings = new ArrayList<>();

    Clocks clocks() {
        return clocks;
    }

    /** Counts on a reader, which is closed like this. */
    void reader(String name, Runnable closing) {
        lags.put(name, new ArrayList<>());
        closings.add(closing);
    }

    /** What to do at the end, after the same for all that is added later. */
    void atEnd(Runnable closing) {
        closings.add(closing);
    }

    /** Writes for a while and waits until every reader has everything. */
    void turn(EventStore store, Duration length, boolean counts) throws Exception {
        clocks.reset();
        new Writer(store, clocks).write(length);
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (var reader : lags.entrySet()) {
            while (!clocks.hasAll(reader.getKey())) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Not everything came to a reader: " + reader.getKey());
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            if (counts) {
                reader.getValue().addAll(clocks.lags(reader.getKey()));
            }
        }
    }

    /** Median and 99th percentile of a reader, in milliseconds; empty when there is no such reader. */
    String quantiles(String reader) {
        var all = lags.getOrDefault(reader, List.of());
        return all.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.1f / %.1f", Numbers.median(all), Numbers.quantile(all, 0.99));
    }

    @Override
    public void close() {
        closings.reversed().forEach(Runnable::run);
    }
}
