package tenure.benchmark.fill;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import tenure.benchmark.market.Happening;
import tenure.eventstore.Append;
import tenure.eventstore.AppendOutcome.Stored;
import tenure.eventstore.Appender;
import tenure.eventstore.Appender.Appending;
import tenure.eventstore.ContentHash;
import tenure.eventstore.NewEvent;

/**
 * Writes happenings into an empty log. One thread makes events and writes them down, some appends ahead; meanwhile the
 * writer of the log always has the next append at hand.
 */
public final class LogFiller {

    private static final int EVENTS_PER_APPEND = 1_000;
    private static final int APPENDS_AHEAD = 8;
    private static final int IN_FLIGHT = 2;

    private final Appender appender;
    private final Progress progress;

    /** Is told from time to time how far it is. */
    @FunctionalInterface
    public interface Progress {
        /** So many events are stored; in the market it is that moment. */
        void stored(long events, Instant moment);
    }

    /** Fills the log that the appender writes. */
    public LogFiller(Appender appender, Progress progress) {
        this.appender = appender;
        this.progress = progress;
    }

    /**
     * Writes the first happenings.
     *
     * @param seed   for what is stored beside the events themselves, such as their ids
     * @param events how many; less when no more happen
     * @return a digest of everything but the time of recording: hex SHA-256 over content hash and version of each event
     */
    public String fill(Iterator<Happening> market, long seed, long events) throws Exception {
        BlockingQueue<List<NewEvent>> ahead = new ArrayBlockingQueue<>(APPENDS_AHEAD);
        try (var executor = Executors.newSingleThreadExecutor()) {
            var maker = executor.submit(() -> make(market, new StoredHappenings(seed), events, ahead));
            try {
                append(ahead);
                return maker.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            } finally {
                executor.shutdownNow();
                ahead.clear();
            }
        }
    }

    /** Makes appends; an empty one is the end, also after a failure. */
    private static String make(
            Iterator<Happening> market, StoredHappenings stored, long events, BlockingQueue<List<NewEvent>> ahead)
            throws InterruptedException {
        var digest = sha256();
        try {
            for (long made = 0; made < events && market.hasNext(); ) {
                var next = new ArrayList<NewEvent>(EVENTS_PER_APPEND);
                for (; next.size() < EVENTS_PER_APPEND && made < events && market.hasNext(); made++) {
                    var happening = market.next();
                    var event = stored.of(happening);
                    digest.update(ContentHash.of(event));
                    digest.update(ByteBuffer.allocate(Long.BYTES)
                            .putLong(happening.version())
                            .flip());
                    next.add(event);
                }
                ahead.put(next);
            }
            return HexFormat.of().formatHex(digest.digest());
        } finally {
            ahead.put(List.of());
        }
    }

    private void append(BlockingQueue<List<NewEvent>> ahead) throws InterruptedException {
        Queue<Handed> inFlight = new ArrayDeque<>();
        long stored = 0;
        for (var next = ahead.take(); !next.isEmpty() || !inFlight.isEmpty(); ) {
            if (!next.isEmpty()) {
                inFlight.add(new Handed(next, appender.begin(List.of(new Append(null, next)))));
                next = ahead.take();
            }
            if (inFlight.size() == IN_FLIGHT || next.isEmpty()) {
                var oldest = inFlight.remove();
                if (!(oldest.appending().outcomes().getFirst() instanceof Stored)) {
                    throw new IllegalStateException("The log refused an append of the market: it is not empty.");
                }
                stored += oldest.events().size();
                progress.stored(stored, oldest.events().getLast().occurredAt());
            }
        }
    }

    private record Handed(List<NewEvent> events, Appending appending) {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
