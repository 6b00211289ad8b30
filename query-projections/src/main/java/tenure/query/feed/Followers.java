package tenure.query.feed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tenure.query.shared.cloudevents.EventPages;

/**
 * Lets readers wait for the log to grow, and ends their waiting when the server stops: it is the first to stop, so that
 * the web server finds nobody left to wait for.
 */
@Component
class Followers implements SmartLifecycle {

    /** Between looks at a log that grows, but not by what is wanted. */
    private static final long REST_MILLIS = 100;

    private final EventPages pages;
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Followers(EventPages pages) {
        this.pages = pages;
    }

    /**
     * Waits until there may be something beyond the last page, the time is over, or the server stops; a little in any case
     * when that page is empty, since the log may grow all the time by what the reader does not want.
     */
    void await(EventPages.Page last, long millis) {
        waiting.add(Thread.currentThread());
        try {
            if (running) {
                var rest = last.events().isEmpty() ? Math.min(REST_MILLIS, millis) : 0;
                TimeUnit.MILLISECONDS.sleep(rest);
                pages.awaitBeyond(last.reached(), millis - rest);
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
