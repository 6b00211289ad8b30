package tenure.query.feed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tenure.query.shared.cloudevents.EventPages;

/**
 * Lets readers wait for the log to grow, and ends their waiting when the server stops: it is the first to stop, so that
 * the web server finds nobody left to wait for.
 */
@Component
class Followers implements SmartLifecycle {

    private final EventPages pages;
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Followers(EventPages pages) {
        this.pages = pages;
    }

    /** Waits until there may be something beyond a position, the time is over, or the server stops. */
    void await(long position, long millis) {
        waiting.add(Thread.currentThread());
        try {
            if (running) {
                pages.awaitBeyond(position, millis);
            }
        } catch (InterruptedException e) {
            // Stopping: whoever called asks next whether this still runs.
        } finally {
            waiting.remove(Thread.currentThread());
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        waiting.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
