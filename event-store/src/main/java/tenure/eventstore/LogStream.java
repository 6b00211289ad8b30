package tenure.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.read.LogSignal;

/** The log from a position on, for one reader that wants every event once, in order, or every one of some types. */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    /** Where the events come from. */
    @FunctionalInterface
    interface Pages {
        /** The next events after a position. */
        Page after(long position);
    }

    /**
     * Some events in order.
     *
     * @param reached    the position up to which there are no others
     * @param mayBeMore  whether the log is known to go on behind it
     */
    record Page(List<TrackedEventMessage<?>> events, long reached, boolean mayBeMore) {}

    /** Longest time without a look at the database. Appends of any node show within a second by the signal alone. */
    private static final long POLL_MILLIS = 10_000;

    private final Pages pages;
    private final LogSignal signal;
    private final Deque<TrackedEventMessage<?>> fetched = new ArrayDeque<>();
    private long position;
    private long lookedAt;
    private boolean mayBeMore = true;
    private @Nullable Runnable listener;

    LogStream(Pages pages, LogSignal signal, long position) {
        this.pages = pages;
        this.signal = signal;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        fetch();
        return Optional.ofNullable(fetched.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        var deadline = System.nanoTime() + unit.toNanos(timeout);
        fetch();
        while (fetched.isEmpty() && System.nanoTime() < deadline) {
            var rest = Math.min(deadline - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
            signal.awaitBeyond(position, rest, TimeUnit.NANOSECONDS);
            fetch();
        }
        return !fetched.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.HOURS)) {
            // An hour without events is no reason to give up.
        }
        return fetched.remove();
    }

    /** Asks the database only when the signal or a full page says that there is more, or nobody has looked for a while. */
    private void fetch() {
        var stale = mayBeMore || System.nanoTime() - lookedAt > TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
        if (fetched.isEmpty() && (stale || signal.isBeyond(position))) {
            do {
                lookedAt = System.nanoTime();
                var page = pages.after(position);
                fetched.addAll(page.events());
                position = page.reached();
                mayBeMore = page.mayBeMore();
            } while (fetched.isEmpty() && mayBeMore);
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        listener = callback;
        signal.listen(callback);
        return true;
    }

    @Override
    public void close() {
        if (listener != null) {
            signal.forget(listener);
        }
    }
}
