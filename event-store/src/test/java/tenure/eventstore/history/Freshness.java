package tenure.eventstore.history;

import static tenure.eventstore.history.Anomaly.Kind.STALE;
import static tenure.eventstore.history.Anomaly.Kind.WENT_BACK;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenure.eventstore.history.Operation.Append;
import tenure.eventstore.history.Operation.End;
import tenure.eventstore.history.Operation.Event;
import tenure.eventstore.history.Operation.ReadLog;
import tenure.eventstore.history.Operation.ReadStream;
import tenure.eventstore.history.Operation.Tail;

/**
 * The part of the check that looks at how far reads reached: at least as far as anybody knew before they began. Goes
 * through beginnings and ends of operations in the order of time, once.
 */
final class Freshness {

    /** The log as a whole is a stream, too. */
    private static final String LOG = "";

    private final Map<String, Long> known = new HashMap<>();
    private final Map<Seen, Long> knownToClient = new HashMap<>();
    private final List<Anomaly> anomalies = new ArrayList<>();

    private record Seen(int client, String stream) {}

    private record Instant(long time, boolean end, Operation operation) {}

    private Freshness() {}

    static List<Anomaly> check(List<Operation> history) {
        var instants = new ArrayList<Instant>(2 * history.size());
        for (var operation : history) {
            instants.add(new Instant(operation.invoked(), false, operation));
            instants.add(new Instant(operation.answered(), true, operation));
        }
        instants.sort(Comparator.comparingLong(Instant::time).thenComparing(Instant::end));
        var freshness = new Freshness();
        for (var instant : instants) {
            if (instant.end()) {
                freshness.learn(instant.operation());
            } else {
                freshness.checkRead(instant.operation());
            }
        }
        return freshness.anomalies;
    }

    private void checkRead(Operation operation) {
        switch (operation) {
            case Append append -> {}
            case Tail tail -> reaches(tail, LOG, tail.position());
            case ReadStream read -> reaches(read, read.stream(), lastVersion(read));
            case ReadLog read -> {
                // A full page says nothing of what is behind it.
                if (read.events().size() < read.limit()) {
                    reaches(read, LOG, lastPosition(read));
                }
            }
        }
    }

    private void reaches(Operation read, String stream, long last) {
        var knownToReader = knownToClient.getOrDefault(new Seen(read.client(), stream), -1L);
        if (last < knownToReader) {
            anomalies.add(new Anomaly(
                    WENT_BACK,
                    "client " + read.client() + " knew " + knownToReader + " of '" + stream + "', then " + read));
        } else if (last < known.getOrDefault(stream, -1L)) {
            anomalies.add(new Anomaly(STALE, known.get(stream) + " of '" + stream + "' was known before " + read));
        }
    }

    private void learn(Operation operation) {
        switch (operation) {
            case Append append -> {
                if (append.end() == End.STORED) {
                    // What its client was told by a writer, it has not read: that is no reading back and forth.
                    known.merge(LOG, append.position(), Math::max);
                    known.merge(append.stream(), append.version(), Math::max);
                }
            }
            case Tail tail -> learn(tail, LOG, tail.position());
            case ReadStream read -> learn(read, read.stream(), lastVersion(read));
            case ReadLog read -> learn(read, LOG, lastPosition(read));
        }
        for (var event : HistoryChecker.events(operation)) {
            known.merge(LOG, event.position(), Math::max);
            known.merge(event.stream(), event.version(), Math::max);
        }
    }

    private void learn(Operation read, String stream, long last) {
        known.merge(stream, last, Math::max);
        knownToClient.merge(new Seen(read.client(), stream), last, Math::max);
    }

    /** A reader that asks for what it has already, and is handed nothing, has seen that there is nothing more. */
    private static long lastVersion(ReadStream read) {
        return read.events().isEmpty() ? read.from() - 1 : last(read.events()).version();
    }

    private static long lastPosition(ReadLog read) {
        return read.events().isEmpty() ? read.after() : last(read.events()).position();
    }

    private static Event last(List<Event> events) {
        return events.getLast();
    }
}
