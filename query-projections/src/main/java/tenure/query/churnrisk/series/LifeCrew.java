package tenure.query.churnrisk.series;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.life.Life;

/** Works on many lives side by side while the next ones are read. */
@Component
public class LifeCrew implements AutoCloseable {

    private static final int WORKERS = Math.max(1, Runtime.getRuntime().availableProcessors());

    /** Lives that are held in memory at once. */
    private static final int AT_ONCE = 8 * WORKERS;

    private final ExecutorService workers = Executors.newFixedThreadPool(
            WORKERS, Thread.ofPlatform().daemon().name("risk-", 0).factory());

    /** Something that hands out lives, one after the other. */
    @FunctionalInterface
    public interface Source {
        /** Hands each life to the receiver. */
        void each(Consumer<Life> receiver);
    }

    /** Works on each life of a source, in no particular order; whoever calls waits until all are done. */
    public void each(Source source, Consumer<Life> work) {
        var free = new Semaphore(AT_ONCE);
        var failed = new AtomicReference<@Nullable RuntimeException>();
        source.each(life -> {
            free.acquireUninterruptibly();
            workers.execute(() -> {
                try {
                    work.accept(life);
                } catch (RuntimeException e) {
                    failed.compareAndSet(null, e);
                } finally {
                    free.release();
                }
            });
        });
        free.acquireUninterruptibly(AT_ONCE);
        var failure = failed.get();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
