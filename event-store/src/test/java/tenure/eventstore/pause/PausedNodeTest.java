package tenure.eventstore.pause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.eventstore.Appender;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.drill.ChildProcess;
import tenure.eventstore.drill.Drill;
import tenure.eventstore.read.LogSignal;

/** A node that is stopped between any two instructions does not keep another from appending. */
class PausedNodeTest {

    private static final Duration SETTLING = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration LONGEST_RUN = Duration.ofMillis(60);

    private final TestDatabase database = TestDatabase.withLog();
    private final AtomicLong acknowledged = new AtomicLong();

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void doesNotHoldUpAnother() {
        var drill = new Drill("pause");
        assertThat(sweep(drill, drill.amount("pauses", 80), Map.of())).isZero();
    }

    /** The control: whoever keeps a transaction open over several calls is caught in it. */
    @Test
    void wouldHoldUpAnotherInATransactionOfSeveralCalls() {
        var drill = new Drill("pause-control");
        assertThat(sweep(drill, 8, Map.of("node.classic", true))).isPositive();
    }

    /** Pauses a busy node at instants of no pattern. Returns in how many of the pauses another node could not append. */
    private int sweep(Drill drill, int pauses, Map<String, ?> properties) {
        var random = drill.random(1);
        var held = 0;
        var all = new HashMap<String, Object>(properties);
        all.put("node.url", database.url());
        all.put("node.seed", random.nextLong());
        try (var other = new Appender(database.dataSource(), new LogSignal());
                var busy = ChildProcess.start(BusyNode.class, all)) {
            var appending = Thread.ofPlatform().daemon().start(() -> appendUntilInterrupted(other));
            await().atMost(Duration.ofMinutes(1)).until(() -> busy.output().contains("ready"));
            for (int pause = 0; pause < pauses; pause++) {
                LockSupport.parkNanos(random.nextLong(LONGEST_RUN.toNanos()));
                assertThat(busy.isRunning()).as(busy.output()).isTrue();
                if (!othersGoOnWhilePaused(busy)) {
                    held++;
                }
            }
            appending.interrupt();
        }
        drill.figure("pauses", pauses);
        drill.figure("others held up", held);
        drill.figure("appends of the other", acknowledged.get());
        drill.report();
        return held;
    }

    /** What the paused node had handed to its database already is done by the database; after that, it holds nothing. */
    private boolean othersGoOnWhilePaused(ChildProcess busy) {
        busy.pause();
        try {
            LockSupport.parkNanos(SETTLING.toNanos());
            var before = acknowledged.get();
            var deadline = System.nanoTime() + LONGEST_PAUSE.toNanos();
            LockSupport.parkNanos(PAUSE.toNanos());
            while (acknowledged.get() == before && System.nanoTime() < deadline) {
                LockSupport.parkNanos(SETTLING.toNanos() / 100);
            }
            return acknowledged.get() > before;
        } finally {
            busy.resume();
        }
    }

    private void appendUntilInterrupted(Appender appender) {
        while (!Thread.currentThread().isInterrupted()) {
            appender.append(BusyNode.facts("other", 1, 100));
            acknowledged.incrementAndGet();
        }
    }
}
