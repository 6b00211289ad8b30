package tenure.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tenure.eventstore.read.EventLog;

/** Runs every projection on a thread of its own: live, catching up and building anew are the same page loop. */
@Component
public class ProjectionRunner implements SmartLifecycle {

    /** Longest sleep without a look at the log. Appends of any node show within a second by the signal alone. */
    private static final long POLL_MILLIS = 30_000;

    /**
     * While events keep coming a view rests for so many times as long as its last page took, and takes what came
     * meanwhile in one page: every page costs the same handful of statements, whatever is in it, and they compete with the
     * commands for the machine. A quiet Tenure shows an event after a few milliseconds, a busy one works in large pages.
     */
    private static final long RESTS = 6;

    private static final long LONGEST_REST_MILLIS = 500;

    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);

    private final EventLog log;
    private final List<PageProjector> projectors;
    private final ProjectionProgress progress;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    ProjectionRunner(
            List<Projection> projections,
            EventLog log,
            PageProjectors projectors,
            ProjectionTable table,
            ProjectionProgress progress) {
        this.log = log;
        this.progress = progress;
        this.projectors = projections.stream()
                .map(projection -> projectors.of(projection, table))
                .toList();
    }

    /**
     * Takes in a customer's parked events, oldest first, until one fails again. Returns how many were taken in.
     *
     * @param customerId the empty id stands for events without a customer
     * @throws NoSuchElementException when there is no such projection
     */
    public long retry(String projection, String customerId) {
        return projector(projection).retry(customerId);
    }

    /**
     * Leaves one parked event out of a view for good, so that those behind it can be tried again.
     *
     * @return false when it is not parked
     * @throws NoSuchElementException when there is no such projection
     */
    public boolean discard(String projection, long position) {
        return projector(projection).discard(position);
    }

    private PageProjector projector(String name) {
        return projectors.stream()
                .filter(projector -> projector.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void start() {
        running = true;
        for (var projector : projectors) {
            threads.add(Thread.ofPlatform()
                    .name("projection-" + projector.name())
                    .daemon()
                    .start(() -> run(projector)));
        }
    }

    private void run(PageProjector projector) {
        long position = -1;
        try {
            while (running) {
                try {
                    var begun = System.nanoTime();
                    var reached = projector.step();
                    var took = System.nanoTime() - begun;
                    progress.reached(projector.name(), reached);
                    if (reached == position) {
                        log.awaitBeyond(reached, POLL_MILLIS, TimeUnit.MILLISECONDS);
                    } else if (reached < position + PageProjector.PAGE) {
                        TimeUnit.MILLISECONDS.sleep(
                                Math.min(RESTS * TimeUnit.NANOSECONDS.toMillis(took), LONGEST_REST_MILLIS));
                    }
                    position = reached;
                } catch (RuntimeException | Error e) {
                    if (running) {
                        LOG.warn("Projection {} will try again: {}", projector.name(), e.toString());
                        TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MILLIS);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
