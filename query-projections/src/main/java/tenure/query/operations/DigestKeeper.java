package tenure.query.operations;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.eventstore.read.EventLog;
import tenure.query.life.LifeViews;
import tenure.query.life.LivesProjection;
import tenure.query.projection.ProjectionTable;

/** Keeps the digests of all views up to date while nobody asks, so that nobody has to wait for them. */
@Component
class DigestKeeper implements SmartLifecycle {

    /** Digests are brought up to date so often at most: a busy customer's life is not read for every event. */
    private static final long REST_MILLIS = 1_000;

    /** It rests so many times as long as it worked, to leave the processors to commands while many lives change. */
    private static final long RESTS = 6;

    private static final long RESTS_WHILE_NOBODY_ASKS = 30;

    private static final long POLL_MILLIS = 30_000;

    /** Lives that are so many events behind are being made, and change too much to be worth it. */
    private static final long FAR_BEHIND = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(DigestKeeper.class);

    private final LifeViews views;
    private final EventLog log;
    private final ProjectionTable projections;
    private final TransactionTemplate snapshot;
    private @Nullable Thread thread;
    private volatile boolean running;

    DigestKeeper(LifeViews views, EventLog log, ProjectionTable projections, PlatformTransactionManager transactions) {
        this.views = views;
        this.log = log;
        this.projections = projections;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("digests").daemon().start(this::keep);
    }

    private void keep() {
        try {
            while (running) {
                long begun = System.nanoTime();
                var position = catchUp();
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                long rests = views.isInUse() ? RESTS : RESTS_WHILE_NOBODY_ASKS;
                TimeUnit.MILLISECONDS.sleep(Math.clamp(rests * took, REST_MILLIS, POLL_MILLIS));
                log.awaitBeyond(position, POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how far the lives were; while they are being made, their digests are not. */
    private long catchUp() {
        try {
            var reached = snapshot.execute(status -> {
                var position = projections.position(LivesProjection.NAME);
                if (log.head() - position < FAR_BEHIND) {
                    views.catchUp();
                }
                return position;
            });
            return reached == null ? 0 : reached;
        } catch (RuntimeException | StackOverflowError e) {
            if (running) {
                LOG.warn("The digests of views will be brought up to date when they are asked for: {}", e.toString());
            }
            return log.head();
        }
    }

    @Override
    public void stop() {
        running = false;
        var keeping = thread;
        if (keeping != null) {
            keeping.interrupt();
            try {
                keeping.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
