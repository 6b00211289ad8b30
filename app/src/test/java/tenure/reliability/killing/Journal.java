package tenure.reliability.killing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What clients asked and were answered, kept where nobody is killed. */
final class Journal {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicInteger foundStored = new AtomicInteger();
    private final AtomicInteger foundNotStored = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final List<String> contradictions = new ArrayList<>();

    /** An event that a client was told to be in the log. */
    record Told(long position, String eventId) {}

    /** A command, by its key. */
    static final class Entry {
        private volatile boolean unknown;
        private volatile Collection<Told> told;

        /** What the client was told; null as long as it has no answer. */
        Collection<Told> told() {
            return told;
        }
    }

    void invoked(String key) {
        entries.computeIfAbsent(key, name -> new Entry());
    }

    /** The connection broke, or the answer says that nobody knows. */
    void unknown(String key) {
        var entry = entries.get(key);
        if (entry.told == null && !entry.unknown) {
            entry.unknown = true;
            open.incrementAndGet();
        }
    }

    /** An answer of success. A second one under the same key must say the same. */
    void acknowledged(String key, Collection<Told> told, boolean replayed) {
        var entry = entries.get(key);
        if (entry.told != null) {
            if (!entry.told.equals(told)) {
                contradicts(key + " was answered " + entry.told + ", then " + told);
            }
            return;
        }
        entry.told = told;
        acknowledged.incrementAndGet();
        if (entry.unknown) {
            open.decrementAndGet();
            (replayed ? foundStored : foundNotStored).incrementAndGet();
        } else if (replayed) {
            contradicts(key + " was answered as a repetition at its first delivery");
        }
    }

    private synchronized void contradicts(String line) {
        contradictions.add(line);
    }

    Map<String, Entry> entries() {
        return entries;
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Unknown outcomes that a second delivery showed to be stored. */
    int foundStored() {
        return foundStored.get();
    }

    /** Unknown outcomes that were not stored, and are by the second delivery. */
    int foundNotStored() {
        return foundNotStored.get();
    }

    /** Unknown outcomes that nobody asked about again. */
    int open() {
        return open.get();
    }

    /** Answers that do not agree with each other. */
    synchronized List<String> contradictions() {
        return List.copyOf(contradictions);
    }
}
