package tenure.benchmark.lag;

import java.util.List;
import java.util.function.Consumer;
import tenure.benchmark.view.Change;
import tenure.benchmark.view.LogSource;
import tenure.benchmark.view.PageLoop;

/** Keeps a view up to date on a thread of its own, as Tenure does; tells what the view shows once it is committed. */
final class ViewThread implements AutoCloseable {

    /** Longest sleep without a look at the log. */
    private static final long POLL_MILLIS = 1_000;

    private final LogSource source;
    private final PageLoop loop;
    private final Consumer<List<Change>> visible;
    private final Thread thread;
    private volatile boolean closed;

    ViewThread(LogSource source, PageLoop loop, Consumer<List<Change>> visible) {
        this.source = source;
        this.loop = loop;
        this.visible = visible;
        this.thread = Thread.ofPlatform().daemon().start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                var changes = loop.step();
                visible.accept(changes);
                if (changes.isEmpty()) {
                    source.await(loop.position(), POLL_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
