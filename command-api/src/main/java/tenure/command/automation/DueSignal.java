package tenure.command.automation;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Wakes the clock of this node when something nearer was ordered. */
@Component
class DueSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition nearer = lock.newCondition();
    private long wakeAt = Long.MIN_VALUE;

    /** Says that there will be something to send after this time. */
    void readyIn(Duration time) {
        lock.lock();
        try {
            var at = System.nanoTime() + Math.max(0, time.toNanos());
            if (at < wakeAt) {
                wakeAt = at;
                nearer.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing that is said is missed by the next {@link #await}. */
    void listen(Duration longest) {
        lock.lock();
        try {
            wakeAt = System.nanoTime() + longest.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for this time, or less when something nearer is known. */
    void await(Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            wakeAt = Math.min(wakeAt, System.nanoTime() + time.toNanos());
            for (var rest = wakeAt - System.nanoTime(); rest > 0; rest = wakeAt - System.nanoTime()) {
                nearer.awaitNanos(rest);
            }
        } finally {
            lock.unlock();
        }
    }
}
