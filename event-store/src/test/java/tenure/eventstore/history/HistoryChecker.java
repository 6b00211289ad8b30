package tenure.eventstore.history;

import static tenure.eventstore.history.Anomaly.Kind.FROM_NOWHERE;
import static tenure.eventstore.history.Anomaly.Kind.FROM_THE_FUTURE;
import static tenure.eventstore.history.Anomaly.Kind.HOLE;
import static tenure.eventstore.history.Anomaly.Kind.LOST;
import static tenure.eventstore.history.Anomaly.Kind.NOT_AS_ACKNOWLEDGED;
import static tenure.eventstore.history.Anomaly.Kind.ORDER_REVERSED;
import static tenure.eventstore.history.Anomaly.Kind.READERS_DISAGREE;
import static tenure.eventstore.history.Anomaly.Kind.REFUSED_FOR_NOTHING;
import static tenure.eventstore.history.Anomaly.Kind.REFUSED_YET_STORED;
import static tenure.eventstore.history.Anomaly.Kind.TWICE;
import static tenure.eventstore.history.Anomaly.Kind.TWO_WINNERS;
import static tenure.eventstore.history.Anomaly.Kind.WRONG_VERSION;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenure.eventstore.history.Anomaly.Kind;
import tenure.eventstore.history.Operation.Append;
import tenure.eventstore.history.Operation.End;
import tenure.eventstore.history.Operation.Event;
import tenure.eventstore.history.Operation.ReadLog;
import tenure.eventstore.history.Operation.ReadStream;

/**
 * Decides whether what clients were answered can have come from a log: one order of all events, that never changes,
 * agrees with real time and is what every reader is shown a beginning of. Knows nothing of the log but the answers; the
 * whole log must have been read once, after everything else. Takes O(n log n).
 */
final class HistoryChecker {

    private final List<Operation> history;
    private final Map<Long, Append> appends = new HashMap<>();
    private final Map<Long, Event> log = new HashMap<>();
    private final Map<Long, Event> places = new HashMap<>();
    private final Map<Version, Event> versions = new HashMap<>();
    private final List<Anomaly> anomalies = new ArrayList<>();

    private record Version(String stream, long number) {}

    private HistoryChecker(List<Operation> history) {
        this.history = history;
    }

    /** Everything that is wrong with a history; empty when it is one of a log. */
    static List<Anomaly> check(List<Operation> history) {
        var checker = new HistoryChecker(history);
        checker.collectAppends();
        checker.readsAreDense();
        checker.readsOfTheLogAgree();
        checker.readsOfStreamsAgreeWithTheLog();
        checker.eventsComeFromAppends();
        checker.acknowledgedAppendsAreThere();
        checker.versionsHaveOneWinner();
        checker.refusalsHaveAReason();
        checker.orderAgreesWithTime();
        checker.anomalies.addAll(Freshness.check(history));
        return checker.anomalies;
    }

    private void found(Kind kind, Object detail) {
        anomalies.add(new Anomaly(kind, detail.toString()));
    }

    private void collectAppends() {
        for (var operation : history) {
            if (operation instanceof Append append) {
                appends.put(append.id(), append);
            }
        }
    }

    static List<Event> events(Operation operation) {
        return switch (operation) {
            case ReadLog read -> read.events();
            case ReadStream read -> read.events();
            default -> List.of();
        };
    }

    private void readsAreDense() {
        for (var operation : history) {
            long expected = switch (operation) {
                case ReadLog read -> read.after() + 1;
                case ReadStream read -> read.from();
                default -> 0;
            };
            for (var event : events(operation)) {
                var actual = operation instanceof ReadLog ? event.position() : event.version();
                if (actual != expected) {
                    found(HOLE, expected + " is missing before " + event);
                }
                expected = actual + 1;
            }
        }
    }

    /** One event a position, one position an event: so every read shows a part of the same order. */
    private void readsOfTheLogAgree() {
        for (var operation : history) {
            if (operation instanceof ReadLog read) {
                read.events().forEach(this::place);
            }
        }
    }

    private void place(Event event) {
        var there = log.putIfAbsent(event.position(), event);
        if (there != null && !there.equals(event)) {
            found(READERS_DISAGREE, there + " and " + event);
        }
        var place = places.putIfAbsent(event.id(), event);
        if (place != null && place.position() != event.position()) {
            found(TWICE, place + " and " + event);
        }
        var other = versions.putIfAbsent(new Version(event.stream(), event.version()), event);
        if (other != null && other.id() != event.id()) {
            found(TWO_WINNERS, other + " and " + event);
        }
    }

    private void readsOfStreamsAgreeWithTheLog() {
        for (var operation : history) {
            if (operation instanceof ReadStream read) {
                for (var event : read.events()) {
                    var inLog = versions.get(new Version(event.stream(), event.version()));
                    if (inLog == null) {
                        found(LOST, event + " was read and is not in the log");
                    } else if (inLog.id() != event.id() || !event.stream().equals(read.stream())) {
                        found(READERS_DISAGREE, inLog + " of the log, and of " + read.stream() + " " + event);
                    }
                }
            }
        }
    }

    private void eventsComeFromAppends() {
        for (var operation : history) {
            for (var event : events(operation)) {
                var append = appends.get(event.id());
                if (append == null) {
                    found(FROM_NOWHERE, event);
                } else if (append.invoked() > operation.answered()) {
                    found(FROM_THE_FUTURE, event + " was read before " + append);
                }
            }
        }
        for (var event : places.values()) {
            var append = appends.get(event.id());
            if (append == null) {
                continue;
            }
            var told = append.end() != End.STORED
                    || (append.position() == event.position() && append.version() == event.version());
            if (!told || !append.stream().equals(event.stream())) {
                found(NOT_AS_ACKNOWLEDGED, event + " of " + append);
            }
            if (append.end() == End.REFUSED) {
                found(REFUSED_YET_STORED, event + " of " + append);
            }
            if (append.expected() != null && append.expected() != event.version()) {
                found(WRONG_VERSION, event + " of " + append);
            }
        }
    }

    private void acknowledgedAppendsAreThere() {
        var taken = new HashMap<Long, Append>();
        for (var append : appends.values()) {
            if (append.end() != End.STORED) {
                continue;
            }
            if (!places.containsKey(append.id())) {
                found(LOST, append);
            }
            var other = taken.putIfAbsent(append.position(), append);
            if (other != null) {
                found(TWICE, "one place for " + other + " and " + append);
            }
        }
    }

    private void versionsHaveOneWinner() {
        var winners = new HashMap<Version, Append>();
        for (var append : appends.values()) {
            if (append.end() == End.STORED) {
                var other = winners.putIfAbsent(new Version(append.stream(), append.version()), append);
                if (other != null) {
                    found(TWO_WINNERS, other + " and " + append);
                }
                if (append.expected() != null && append.expected() != append.version()) {
                    found(WRONG_VERSION, append);
                }
            }
        }
    }

    /** Somebody else must have taken the version by then, or the one before must not have been acknowledged yet. */
    private void refusalsHaveAReason() {
        for (var append : appends.values()) {
            if (append.end() == End.REFUSED && append.expected() != null) {
                var winner = versions.get(new Version(append.stream(), append.expected()));
                var before = versions.get(new Version(append.stream(), append.expected() - 1));
                var taken = winner != null && invoked(winner) < append.answered();
                var early = append.expected() > 0 && (before == null || acknowledged(before) > append.invoked());
                if (!taken && !early) {
                    found(REFUSED_FOR_NOTHING, append);
                }
            }
        }
    }

    private long invoked(Event event) {
        var append = appends.get(event.id());
        return append == null ? Long.MIN_VALUE : append.invoked();
    }

    private long acknowledged(Event event) {
        var append = appends.get(event.id());
        return append == null || append.end() != End.STORED ? Long.MAX_VALUE : append.answered();
    }

    /** Goes through the appends as they began, with the highest place that was acknowledged by then. */
    private void orderAgreesWithTime() {
        var stored = places.values().stream()
                .filter(event -> appends.containsKey(event.id()))
                .toList();
        var byInvocation = new ArrayList<>(stored);
        byInvocation.sort(Comparator.comparingLong(this::invoked));
        var byAnswer = new ArrayList<>(stored);
        byAnswer.removeIf(event -> appends.get(event.id()).end() != End.STORED);
        byAnswer.sort(Comparator.comparingLong(this::acknowledged));
        Event highest = null;
        int next = 0;
        for (var event : byInvocation) {
            for (; next < byAnswer.size() && acknowledged(byAnswer.get(next)) < invoked(event); next++) {
                var answered = byAnswer.get(next);
                highest = highest == null || answered.position() > highest.position() ? answered : highest;
            }
            if (highest != null && highest.position() > event.position()) {
                found(ORDER_REVERSED, event + " began after " + highest + " was acknowledged");
            }
        }
    }
}
