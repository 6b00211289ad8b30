package tenure.query.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Lets a reader wait until a projection has taken in what the reader wrote. */
@Component
public class ProjectionProgress {

    /** Another node may do the projecting, so a waiter looks at the table this often, too. */
    private static final long LOOK_MILLIS = 50;

    private final ProjectionTable table;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, ProjectionPace> paces = new ConcurrentHashMap<>();

    ProjectionProgress(ProjectionTable table) {
        this.table = table;
    }

    void reached(String projection, long position) {
        lock.lock();
        try {
            positions.put(projection, position);
            paces.computeIfAbsent(projection, name -> new ProjectionPace(System.nanoTime(), position))
                    .reached(System.nanoTime(), position);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Positions a second that this node took a projection forward by lately. */
    public long perSecond(String projection) {
        var pace = paces.get(projection);
        return pace == null ? 0 : pace.perSecond(System.nanoTime());
    }

    /** Waits until the projection has reached a position. Returns false when the time was over first. */
    public boolean await(String projection, long position, long timeout, TimeUnit unit) throws InterruptedException {
        var deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!hasReached(projection, position)) {
            var rest = deadline - System.nanoTime();
            if (rest <= 0) {
                return false;
            }
            lock.lockInterruptibly();
            try {
                if (positions.getOrDefault(projection, 0L) < position) {
                    moved.awaitNanos(Math.min(rest, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)));
                }
            } finally {
                lock.unlock();
            }
        }
        return true;
    }

    private boolean hasReached(String projection, long position) {
        lock.lock();
        try {
            if (positions.getOrDefault(projection, 0L) >= position) {
                return true;
            }
        } finally {
            lock.unlock();
        }
        return table.position(projection) >= position;
    }
}
