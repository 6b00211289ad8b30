package tenure.eventstore;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenure.eventstore.AppendOutcome.Conflict;
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

    private static final int MAX_WAITING = 20_000;
    private static final long MAX_WAITING_BYTES = 128L << 20;
    private static final int MAX_CANDIDATES = 4_000;

    /** A new partition is made this many positions before it is needed. */
    private static final long PARTITIONS_AHEAD = 5_000_000;

    private final DataSource dataSource;
    private final LogSignal signal;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MAX_WAITING);
    private final AtomicLong waitingBytes = new AtomicLong();
    private final Pace pace = new Pace();
    private final Thread thread;
    private volatile boolean closed;
    private List<Waiting> candidates = new ArrayList<>();
    private boolean refusedSome;
    private @Nullable LogConnection connection;
    private long partitionsUpTo;

    private record Waiting(Append append, int bytes, CompletableFuture<AppendOutcome> outcome) {}

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
        /** Waits until each is durable or refused; an outcome per append, in order. Throws when one of them failed. */
        List<AppendOutcome> outcomes();

        /** Waits until one of them is durable or refused. Throws when it failed, whatever became of its neighbours. */
        AppendOutcome outcome(int index);
    }

    /** Hands appends in without waiting for what becomes of them. */
    public Appending begin(List<Append> appends) {
        var waiting = new ArrayList<Waiting>(appends.size());
        for (var append : appends) {
            var entry = new Waiting(append, append.bytes(), new CompletableFuture<>());
            waiting.add(entry);
            if (!append.isInSequence()) {
                entry.outcome().complete(new Conflict());
                continue;
            }
            try {
                enqueue(entry, waiting.size() > 1);
            } catch (LogBusy busy) {
                throw waiting.size() == 1
                        ? busy
                        : new OutcomeUnknown("Only a part of the appends was handed in.", busy);
            }
        }
        return new Appending() {
            @Override
            public List<AppendOutcome> outcomes() {
                return waiting.stream().map(Appender::awaited).toList();
            }

            @Override
            public AppendOutcome outcome(int index) {
                return awaited(waiting.get(index));
            }
        };
    }

    private static AppendOutcome awaited(Waiting entry) {
        try {
            return entry.outcome().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void enqueue(Waiting entry, boolean mayWait) {
        try {
            var small = waitingBytes.get() + entry.bytes() <= MAX_WAITING_BYTES || queue.isEmpty();
            var accepted =
                    !closed && small && (mayWait ? queue.offer(entry, 30, TimeUnit.SECONDS) : queue.offer(entry));
            if (!accepted) {
                throw new LogBusy(closed ? "The log is closed." : "Too many commands are waiting for the log.");
            }
            waitingBytes.addAndGet(entry.bytes());
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
        while (!closed || !candidates.isEmpty() || !queue.isEmpty()) {
            try {
                // Newcomers may be refused, too; those that were not get their turn before them.
                if (!refusedSome) {
                    gather();
                }
                if (!candidates.isEmpty()) {
                    write();
                }
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException | Error e) {
                LOG.error("The writer of the log goes on after a failure", e);
                refusedSome = false;
                fail(candidates, new OutcomeUnknown("Something failed during an append.", e));
                candidates = new ArrayList<>();
            }
        }
    }

    private void gather() throws InterruptedException {
        if (candidates.isEmpty()) {
            pace.awaitCompany(queue);
            var first = queue.poll(200, TimeUnit.MILLISECONDS);
            if (first != null) {
                candidates.add(first);
            }
        }
        queue.drainTo(candidates, Math.max(0, MAX_CANDIDATES - candidates.size()));
    }

    /** Sends what goes together. The rest, and what was not stored as another was refused, remains a candidate. */
    private void write() {
        var batch = new AppendBatch();
        var taken = new ArrayList<Waiting>();
        var rest = new ArrayList<Waiting>();
        var streamsOfRest = new HashSet<String>();
        for (var candidate : candidates) {
            if (candidate.append().streams().noneMatch(streamsOfRest::contains) && batch.take(candidate.append())) {
                taken.add(candidate);
            } else {
                rest.add(candidate);
                candidate.append().streams().forEach(streamsOfRest::add);
            }
        }
        candidates = rest;
        refusedSome = false;
        send(batch, taken);
    }

    private void send(AppendBatch batch, List<Waiting> taken) {
        var log = connection();
        if (log == null) {
            fail(taken, new LogBusy("The database of the log cannot be reached."));
            return;
        }
        try {
            pace.begin(taken.size());
            var outcomes = log.append(batch);
            pace.end();
            settle(taken, outcomes);
        } catch (SQLException e) {
            if (isConnectionLost(e)) {
                LOG.error("An append of {} failed: {}", taken.size(), e.getMessage());
                dropConnection();
                fail(taken, new OutcomeUnknown("The connection to the log broke during an append.", e));
            } else {
                retryAlone(taken, new IllegalStateException("The log refused an append: " + e.getMessage(), e));
            }
        } catch (ArithmeticException | IllegalArgumentException e) {
            // Nothing was sent: what an append holds cannot be made into parameters.
            retryAlone(taken, e);
        } catch (RuntimeException | Error e) {
            LOG.error("An append of {} failed", taken.size(), e);
            fail(taken, new OutcomeUnknown("Something failed during an append.", e));
            candidates.removeIf(entry -> entry.outcome().isDone());
        }
    }

    /** What the database cannot take must not hurt its neighbours: each is sent by itself. */
    private void retryAlone(List<Waiting> taken, RuntimeException failure) {
        if (taken.size() == 1) {
            LOG.error("An append failed", failure);
            fail(taken, failure);
            return;
        }
        for (var entry : taken) {
            var alone = new AppendBatch();
            alone.take(entry.append());
            send(alone, List.of(entry));
        }
    }

    private void settle(List<Waiting> taken, List<@Nullable AppendOutcome> outcomes) {
        long last = 0;
        var undecided = new ArrayList<Waiting>();
        for (int i = 0; i < taken.size(); i++) {
            var outcome = outcomes.get(i);
            if (outcome == null) {
                undecided.add(taken.get(i));
                continue;
            }
            if (outcome instanceof Stored stored) {
                last = Math.max(last, stored.firstPosition() + stored.versions().length - 1);
            }
            settle(taken.get(i), outcome);
        }
        refusedSome = !undecided.isEmpty();
        undecided.addAll(candidates);
        candidates = undecided;
        signal.reached(last);
        ensurePartitions(last);
    }

    private void settle(Waiting entry, AppendOutcome outcome) {
        if (entry.outcome().complete(outcome)) {
            waitingBytes.addAndGet(-entry.bytes());
        }
    }

    private void fail(List<Waiting> batch, RuntimeException failure) {
        for (var entry : batch) {
            if (entry.outcome().completeExceptionally(failure)) {
                waitingBytes.addAndGet(-entry.bytes());
            }
        }
    }

    private static boolean isConnectionLost(SQLException cause) {
        var state = cause.getSQLState() == null ? "" : cause.getSQLState();
        return state.isEmpty() || state.startsWith("08") || state.startsWith("57");
    }

    private void ensurePartitions(long last) {
        var log = connection;
        if (log == null || last + PARTITIONS_AHEAD <= partitionsUpTo) {
            return;
        }
        try {
            partitionsUpTo = last + 2 * PARTITIONS_AHEAD;
            log.ensurePartitions(partitionsUpTo);
        } catch (SQLException e) {
            LOG.warn("Could not make the next partition of the log yet: {}", e.getMessage());
            partitionsUpTo = 0;
        }
    }

    /** The connection, opened anew after it was lost; null while that cannot be done. */
    private @Nullable LogConnection connection() {
        if (connection == null) {
            try {
                connection = LogConnection.open(dataSource);
            } catch (SQLException | RuntimeException e) {
                LOG.warn("The log cannot be reached: {}", e.toString());
            }
        }
        return connection;
    }

    private void dropConnection() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("Closing the connection failed", e);
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
        var late = new ArrayList<Waiting>();
        queue.drainTo(late);
        fail(late, new LogBusy("The log is closed."));
        dropConnection();
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
