package tenure.eventstore.read;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells waiting readers of this node that the log has grown. */
public final class LogSignal {

    private static final Logger LOG = LoggerFactory.getLogger(LogSignal.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private long head;

    /** Says that the log now reaches this position. */
    public void reached(long position) {
        lock.lock();
        try {
            if (position <= head) {
                return;
            }
            head = position;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(LogSignal::tell);
    }

    /** A reader that fails, for example because it is shutting down, must not take the writer with it. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("A reader of the log could not be woken: {}", e.toString());
        }
    }

    /** The highest position that this node knows of. */
    public long head() {
        lock.lock();
        try {
            return head;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the log is known to reach beyond a position. */
    public boolean isBeyond(long position) {
        return head() > position;
    }

    /** Waits until the log is known to reach beyond a position, or the time is over. */
    public void awaitBeyond(long position, long timeout, TimeUnit unit) throws InterruptedException {
        var nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (head <= position && nanos > 0) {
                nanos = grown.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Calls the listener after each growth, on the thread of the writer: it must be quick. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends {@link #listen}. */
    public void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
