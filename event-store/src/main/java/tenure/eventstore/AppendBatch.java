package tenure.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.Append.CommandKey;
import tenure.eventstore.AppendOutcome.Conflict;
import tenure.eventstore.AppendOutcome.EventRepeated;
import tenure.eventstore.AppendOutcome.KeyRepeated;
import tenure.eventstore.AppendOutcome.Stored;

/**
 * Appends that go to the database in one call, and what its answer means for each of them. Appends to one stream may
 * follow each other within a batch; what contradicts the batch so far has to wait for another one.
 *
 * <p>A batch is stored whole or not at all. Lists of outcomes have one entry an append, in order; null stands for an
 * append that the database did not object to, and that was not stored as it objected to another: it can be sent again.
 */
final class AppendBatch {

    private static final int MAX_EVENTS = 4_000;
    private static final int MAX_BYTES = 8 << 20;

    private final List<Append> appends = new ArrayList<>();
    private final Map<String, StreamPart> streams = new LinkedHashMap<>();
    private final List<PlacedEvent> events = new ArrayList<>();
    private final List<PlacedKey> keys = new ArrayList<>();
    private final Set<String> keyNames = new HashSet<>();
    private int bytes;

    /** What the batch adds to one stream. */
    static final class StreamPart {
        /** Counts the streams of the batch, from 1. */
        final int number;

        final String stream;
        final @Nullable String kind;
        /** The version that the stream must be at before the batch, -1 when it must not have begun; null for any. */
        final @Nullable Long base;
        /** The first append that demands a version of the stream. */
        final int append;

        int size;

        private StreamPart(int number, NewEvent first, int append) {
            this.number = number;
            this.stream = first.stream();
            this.kind = first.kind();
            this.base = first.version() == null ? null : first.version() - 1;
            this.append = append;
        }
    }

    /** An event, the number of its stream, and which of the batch's events of that stream it is, from 1. */
    record PlacedEvent(NewEvent event, int stream, int nth) {}

    /** A key, the append it belongs to, and which of the batch's events that holds; from 1, null when none. */
    record PlacedKey(
            CommandKey key,
            int append,
            @Nullable Integer first,
            @Nullable Integer last) {}

    /** Takes an append if it fits. One that is alone always does, however large it is. */
    boolean take(Append append) {
        if (!appends.isEmpty() && !fits(append)) {
            return false;
        }
        for (var event : append.events()) {
            var part = streams.computeIfAbsent(
                    event.stream(), name -> new StreamPart(streams.size() + 1, event, appends.size()));
            events.add(new PlacedEvent(event, part.number, ++part.size));
        }
        var key = append.key();
        if (key != null) {
            var size = append.events().size();
            keyNames.add(key.name());
            keys.add(new PlacedKey(
                    key,
                    appends.size(),
                    size == 0 ? null : events.size() - size + 1,
                    size == 0 ? null : events.size()));
        }
        appends.add(append);
        bytes += append.bytes();
        return true;
    }

    private boolean fits(Append append) {
        return events.size() + append.events().size() <= MAX_EVENTS
                && bytes + append.bytes() <= MAX_BYTES
                && (append.key() == null || !keyNames.contains(append.key().name()))
                && append.firstVersions().entrySet().stream()
                        .allMatch(first -> follows(first.getKey(), first.getValue()));
    }

    private boolean follows(String stream, long version) {
        var part = streams.get(stream);
        return part == null || (part.base != null && part.base + part.size + 1 == version);
    }

    Collection<StreamPart> streams() {
        return streams.values();
    }

    List<PlacedEvent> events() {
        return events;
    }

    List<PlacedKey> keys() {
        return keys;
    }

    /**
     * Everything was stored.
     *
     * @param head  position before the batch
     * @param bases version of each stream before the batch
     */
    List<@Nullable AppendOutcome> stored(long head, Instant recordedAt, Long[] bases) {
        var outcomes = new ArrayList<@Nullable AppendOutcome>(appends.size());
        int next = 0;
        for (var append : appends) {
            var versions = new long[append.events().size()];
            long first = head + next + 1;
            for (int i = 0; i < versions.length; i++, next++) {
                var placed = events.get(next);
                versions[i] = bases[placed.stream() - 1] + placed.nth();
            }
            outcomes.add(new Stored(first, versions, recordedAt));
        }
        return outcomes;
    }

    /** Commands with these keys, counted from 1, were answered before. */
    List<@Nullable AppendOutcome> withRepeatedKeys(Integer[] numbers) {
        var outcomes = undecided();
        for (int number : numbers) {
            outcomes[keys.get(number - 1).append()] = new KeyRepeated();
        }
        return Arrays.asList(outcomes);
    }

    /** These streams are at other versions. Only the first append to each must be wrong about that. */
    List<@Nullable AppendOutcome> withConflicts(Integer[] numbers) {
        var outcomes = undecided();
        var parts = List.copyOf(streams.values());
        for (int number : numbers) {
            outcomes[parts.get(number - 1).append] = new Conflict();
        }
        return Arrays.asList(outcomes);
    }

    /** The id of an event is taken: by the log, or by another event of the batch, which then may keep it. */
    List<@Nullable AppendOutcome> withRepeatedEvent(UUID id) {
        var outcomes = undecided();
        for (int i = outcomes.length - 1; i >= 0; i--) {
            if (appends.get(i).events().stream()
                    .anyMatch(event -> event.eventId().equals(id))) {
                outcomes[i] = new EventRepeated();
                break;
            }
        }
        return Arrays.asList(outcomes);
    }

    private @Nullable AppendOutcome[] undecided() {
        return new AppendOutcome[appends.size()];
    }
}
