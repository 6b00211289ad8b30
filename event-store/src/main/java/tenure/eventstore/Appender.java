package tenure.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenure.eventstore.AppendOutcome.EventRepeated;
import tenure.eventstore.AppendOutcome.Stored;
import tenure.eventstore.read.LogSignal;

/**
 * The one writer of this node. Commands hand in what they want to append and wait; everything that is waiting goes to
 * the database in one call. While that call is flushed the next batch fills, so throughput rises with load.
 *
 * <p>The call is a single statement that commits by itself. A node that stalls holds no lock, so it cannot keep the log
 * head from other nodes.
 */
public final class Appender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    private static final int MAX_EVENTS_PER_BATCH = 4_000;
    private static final int MAX_BYTES_PER_BATCH = 8 << 20;
    private static final int MAX_WAITING = 20_000;

    /** A new partition is made this many positions before it is needed. */
    private static final long PARTITIONS_AHEAD = 5_000_000;

    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource dataSource;
    private final LogSignal signal;
    private final EventTable table = new EventTable();
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Connection connection;
    private long partitionsUpTo;

    private record Waiting(Append append, CompletableFuture<AppendOutcome> outcome) {}

    /** Starts the writer; it keeps one connection of the data source for itself. */
    public Appender(DataSource dataSource, LogSignal signal) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.thread = Thread.ofPlatform().name("tenure-appender").daemon().start(this::run);
    }

    /**
     * Appends and waits until it is durable or refused.
     *
     * @throws LogBusy        when too much is waiting already: nothing was stored
     * @throws OutcomeUnknown when the connection broke during the call: the append may or may not be stored
     */
    public AppendOutcome append(Append append) {
        return append(List.of(append)).getFirst();
    }

    /** Like {@link #append(Append)} for many appends, each with an outcome of its own. */
    public List<AppendOutcome> append(List<Append> appends) {
        return begin(appends).outcomes();
    }

    /** Appends on their way into the log, in front of all that are handed in later. */
    public interface Appending {
        /** Waits until each is durable or refused; an outcome per append, in order. */
        List<AppendOutcome> outcomes();
    }

    /** Hands appends in without waiting for what becomes of them. */
    public Appending begin(List<Append> appends) {
        var waiting = new ArrayList<Waiting>(appends.size());
        for (var append : appends) {
            var entry = new Waiting(append, new CompletableFuture<>());
            waiting.add(entry);
            try {
                enqueue(entry, waiting.size() > 1);
            } catch (LogBusy busy) {
                throw waiting.size() == 1
                        ? busy
                        : new OutcomeUnknown("Only a part of the appends was handed in.", busy);
            }
        }
        return () -> {
            try {
                return waiting.stream().map(entry -> entry.outcome().join()).toList();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        };
    }

    private void enqueue(Waiting entry, boolean mayWait) {
        try {
            var accepted = !closed && (mayWait ? queue.offer(entry, 30, TimeUnit.SECONDS) : queue.offer(entry));
            if (!accepted) {
                throw new LogBusy(closed ? "The log is closed." : "Too many commands are waiting for the log.");
            }
            if (!thread.isAlive() && queue.remove(entry)) {
                throw new LogBusy("The log is closed.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogBusy("Interrupted while waiting for the log.");
        }
    }

    /** Nothing may end this thread but {@link #close}: everybody would wait for ever. */
    private void run() {
        var left = new ArrayList<Waiting>();
        while (!closed || !left.isEmpty() || !queue.isEmpty()) {
            List<Waiting> batch = List.of();
            try {
                batch = nextBatch(left);
                if (!batch.isEmpty()) {
                    write(batch);
                }
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException | Error e) {
                LOG.error("An append of {} failed", batch.size(), e);
                batch.forEach(entry -> entry.outcome()
                        .completeExceptionally(new OutcomeUnknown("Something failed during an append.", e)));
            }
        }
    }

    /** Takes what is waiting. A stream may stand in a batch once with versions, so a second append to it waits. */
    private List<Waiting> nextBatch(List<Waiting> left) throws InterruptedException {
        var candidates = new ArrayList<>(left);
        left.clear();
        if (candidates.isEmpty()) {
            var first = queue.poll(200, TimeUnit.MILLISECONDS);
            if (first == null) {
                return List.of();
            }
            candidates.add(first);
        }
        queue.drainTo(candidates, Math.max(0, MAX_EVENTS_PER_BATCH - candidates.size()));

        var batch = new ArrayList<Waiting>();
        var contents = new BatchContents();
        for (var candidate : candidates) {
            if (left.isEmpty() && contents.takes(candidate.append())) {
                batch.add(candidate);
            } else {
                left.add(candidate);
            }
        }
        return batch;
    }

    private void write(List<Waiting> batch) {
        List<AppendOutcome> outcomes;
        try {
            outcomes = table.append(
                    connection(), batch.stream().map(Waiting::append).toList());
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                writeOneByOne(batch);
            } else {
                fail(batch, e);
            }
            return;
        }
        long last = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Stored stored) {
                last = stored.firstPosition() + stored.versions().length - 1;
            }
            batch.get(i).outcome().complete(outcomes.get(i));
        }
        signal.reached(last);
        ensurePartitions(last);
    }

    /** Only the indexes on event id and key can be violated: the offender is found by writing each append alone. */
    private void writeOneByOne(List<Waiting> batch) {
        if (batch.size() == 1) {
            batch.getFirst().outcome().complete(new EventRepeated());
        } else {
            batch.forEach(entry -> write(List.of(entry)));
        }
    }

    private void fail(List<Waiting> batch, SQLException cause) {
        var state = cause.getSQLState() == null ? "" : cause.getSQLState();
        var connectionLost = state.isEmpty() || state.startsWith("08") || state.startsWith("57");
        LOG.error("An append of {} failed: {}", batch.size(), cause.getMessage());
        RuntimeException failure = connectionLost
                ? new OutcomeUnknown("The connection to the log broke during an append.", cause)
                : new IllegalStateException("The log refused an append: " + cause.getMessage(), cause);
        if (connectionLost) {
            dropConnection();
        }
        batch.forEach(entry -> entry.outcome().completeExceptionally(failure));
    }

    private void ensurePartitions(long last) {
        if (last + PARTITIONS_AHEAD <= partitionsUpTo) {
            return;
        }
        try {
            partitionsUpTo = last + 2 * PARTITIONS_AHEAD;
            table.ensurePartitions(connection(), partitionsUpTo);
        } catch (SQLException e) {
            LOG.warn("Could not make the next partition of the log yet: {}", e.getMessage());
            partitionsUpTo = 0;
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = dataSource.getConnection();
            connection.setAutoCommit(true);
        }
        return connection;
    }

    private void dropConnection() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("Closing a broken connection failed", e);
        } finally {
            connection = null;
        }
    }

    /** Writes what is waiting, then stops. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var entry = queue.poll(); entry != null; entry = queue.poll()) {
            entry.outcome().completeExceptionally(new LogBusy("The log is closed."));
        }
        dropConnection();
    }

    /** What a batch holds so far, and whether one more fits. */
    private static final class BatchContents {
        private final Set<String> decided = new HashSet<>();
        private final Set<String> recorded = new HashSet<>();
        private final Set<String> keys = new HashSet<>();
        private int events;
        private int bytes;

        boolean takes(Append append) {
            var withVersions = new HashSet<String>();
            var without = new HashSet<String>();
            for (var event : append.events()) {
                (event.version() == null ? without : withVersions).add(event.stream());
            }
            var key = append.key();
            var keyName = key == null ? null : key.caller() + '\n' + key.key();
            var alone = events == 0 && keys.isEmpty();
            var small = events + append.events().size() <= MAX_EVENTS_PER_BATCH
                    && bytes + append.bytes() <= MAX_BYTES_PER_BATCH;
            var apart = withVersions.stream().noneMatch(stream -> decided.contains(stream) || recorded.contains(stream))
                    && without.stream().noneMatch(decided::contains)
                    && (keyName == null || !keys.contains(keyName));
            var fits = alone || (small && apart);
            if (fits) {
                events += append.events().size();
                bytes += append.bytes();
                decided.addAll(withVersions);
                recorded.addAll(without);
                if (keyName != null) {
                    keys.add(keyName);
                }
            }
            return fits;
        }
    }

    /** The log takes nothing right now. Nothing was stored; try again a little later. */
    public static final class LogBusy extends RuntimeException {
        LogBusy(String message) {
            super(message);
        }
    }

    /** Nobody can say whether the append was stored. Sending the same command with the same key tells. */
    public static final class OutcomeUnknown extends RuntimeException {
        OutcomeUnknown(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
