package tenure.command.automation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends orders when their time has come. It sleeps until the next one; orders of other nodes, and the end of a hold by
 * another one's hand, it finds within half a minute. Now and then it forgets what was done long ago.
 */
@Component
class DueClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DueClock.class);

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Orders that are done are kept so long, for whoever wants to know what became of them. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Duration BETWEEN_PRUNINGS = Duration.ofHours(1);
    private static final int PRUNED_AT_ONCE = 1_000;

    private final DueSender sender;
    private final DueTable table;
    private final HoldTable holds;
    private final DueSignal signal;
    private volatile boolean running;
    private @Nullable Thread thread;
    private long nextPruning = System.nanoTime();

    DueClock(DueSender sender, DueTable table, HoldTable holds, DueSignal signal) {
        this.sender = sender;
        this.table = table;
        this.holds = holds;
        this.signal = signal;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("automation-clock").start(this::run);
    }

    /** Lets the page that is being sent come to its end. */
    @Override
    public synchronized void stop() {
        running = false;
        signal.readyIn(Duration.ZERO);
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                signal.listen(LONGEST_SLEEP);
                var rest = work();
                if (running) {
                    signal.await(rest);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Sends a page if there is one. How long to sleep then. */
    private Duration work() {
        try {
            var next = nextAt();
            if (next.isPositive()) {
                return prune() ? PAUSE : next;
            }
            var page = sender.sendReady();
            return page.isEmpty() || page.stayed() > 0 ? PAUSE : Duration.ZERO;
        } catch (RuntimeException | Error e) {
            LOG.warn("The clock of the automations tries again in a moment: {}", e.toString());
            return PAUSE;
        }
    }

    /** Forgets a few of the orders that were done long ago, when nothing is to be sent. Whether there may be more. */
    private boolean prune() {
        if (System.nanoTime() - nextPruning < 0) {
            return false;
        }
        if (table.forgetDone(KEPT, PRUNED_AT_ONCE) == PRUNED_AT_ONCE) {
            return true;
        }
        nextPruning = System.nanoTime() + BETWEEN_PRUNINGS.toNanos();
        return false;
    }

    private Duration nextAt() {
        var next = table.untilNext().orElse(LONGEST_SLEEP);
        if (next.isPositive()) {
            return next.compareTo(LONGEST_SLEEP) < 0 ? next : LONGEST_SLEEP;
        }
        var held = holds.untilReleased().orElse(Duration.ZERO);
        return held.compareTo(LONGEST_SLEEP) < 0 ? held : LONGEST_SLEEP;
    }
}
