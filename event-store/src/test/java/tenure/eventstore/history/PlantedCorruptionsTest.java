package tenure.eventstore.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tenure.eventstore.history.Anomaly.Kind;
import tenure.eventstore.history.Operation.Append;
import tenure.eventstore.history.Operation.End;
import tenure.eventstore.history.Operation.Event;
import tenure.eventstore.history.Operation.ReadLog;
import tenure.eventstore.history.Operation.ReadStream;
import tenure.eventstore.history.Operation.Tail;

/** The checker is itself checked: it finds nothing in good histories, and names what was planted in one. */
class PlantedCorruptionsTest {

    private static final int OPERATIONS = 3_000;

    private final List<Operation> history = ModelLog.history(OPERATIONS, new SplittableRandom(7));

    @Test
    void findsNothingInGoodHistories() {
        for (int seed = 0; seed < 200; seed++) {
            var good = ModelLog.history(1_000, new SplittableRandom(seed));
            assertThat(HistoryChecker.check(good)).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void namesAnAcknowledgedAppendThatIsNowhere() {
        add(new Append(0, 1, 2, "s-lost", 0L, -1, End.STORED, 1_000_000, 0));
        assertThat(named()).contains(Kind.LOST);
    }

    @Test
    void namesAnEventThatStandsInTwoPlaces() {
        inTheLog(log -> log.add(
                new Event(log.size() + 1L, "s-new", 0, log.get(log.size() / 2).id())));
        assertThat(named()).contains(Kind.TWICE);
    }

    @Test
    void namesAPositionThatIsMissing() {
        replace(read(), read -> {
            var events = new ArrayList<>(read.events());
            events.remove(events.size() / 2);
            return new ReadLog(read.client(), read.invoked(), read.answered(), read.after(), read.limit(), events);
        });
        assertThat(named()).contains(Kind.HOLE);
    }

    @Test
    void namesTwoReadersWhoSawDifferentEventsInOnePlace() {
        replace(read(), read -> {
            var events = new ArrayList<>(read.events());
            var first = events.get(3);
            var second = events.get(4);
            events.set(3, new Event(first.position(), second.stream(), second.version(), second.id()));
            events.set(4, new Event(second.position(), first.stream(), first.version(), first.id()));
            return new ReadLog(read.client(), read.invoked(), read.answered(), read.after(), read.limit(), events);
        });
        assertThat(named()).contains(Kind.READERS_DISAGREE);
    }

    @Test
    void namesAStreamThatShowsAnotherEventThanTheLog() {
        replace(find(ReadStream.class, read -> read.events().size() > 3), read -> {
            var events = new ArrayList<>(read.events());
            var other = events.get(1);
            events.set(1, new Event(0, other.stream(), other.version(), other.id() + 1));
            return new ReadStream(read.client(), read.invoked(), read.answered(), read.stream(), read.from(), events);
        });
        assertThat(named()).contains(Kind.READERS_DISAGREE);
    }

    @Test
    void namesAnEventThatWasReadBeforeItWasAskedFor() {
        replace(
                find(Append.class, append -> append.end() == End.STORED && append.position() >= 20),
                append -> new Append(
                        append.client(),
                        append.invoked() + 1_000_000,
                        append.answered() + 1_000_000,
                        append.stream(),
                        append.expected(),
                        append.id(),
                        append.end(),
                        append.position(),
                        append.version()));
        assertThat(named()).contains(Kind.FROM_THE_FUTURE);
    }

    @Test
    void namesAnEventThatNobodyAskedFor() {
        inTheLog(log -> log.add(new Event(log.size() + 1L, "s-new", 0, -1)));
        assertThat(named()).contains(Kind.FROM_NOWHERE);
    }

    @Test
    void namesAReadThatDoesNotShowWhatWasAcknowledgedBefore() {
        var known = find(Tail.class, tail -> tail.position() > 500);
        add(new ReadLog(99, known.answered() + 1, known.answered() + 2, 0, 1_000_000, log().subList(0, 400)));
        assertThat(named()).containsExactly(Kind.STALE);
    }

    @Test
    void namesAStreamThatDoesNotShowWhatWasAcknowledgedBefore() {
        var known = find(Append.class, append -> append.end() == End.STORED && append.version() == 30);
        add(new ReadStream(
                99, known.answered() + 1, known.answered() + 2, known.stream(), 0, stream(known.stream(), 30)));
        assertThat(named()).containsExactly(Kind.STALE);
    }

    @Test
    void namesAReaderForWhomTheLogBecomesShorter() {
        var known = find(Tail.class, tail -> tail.position() > 500);
        add(new Tail(known.client(), known.answered() + 1, known.answered() + 2, known.position() - 1));
        assertThat(named()).containsExactly(Kind.WENT_BACK);
    }

    @Test
    void namesTwoWinnersOfOneVersion() {
        var winner = find(Append.class, append -> append.end() == End.STORED && append.expected() != null);
        var late = log().size() + 1L;
        add(new Append(
                99,
                winner.invoked(),
                Long.MAX_VALUE,
                winner.stream(),
                winner.expected(),
                -1,
                End.STORED,
                late,
                winner.version()));
        inTheLog(log -> log.add(new Event(late, winner.stream(), winner.version(), -1)));
        assertThat(named()).contains(Kind.TWO_WINNERS);
    }

    @Test
    void namesAnAppendThatWasStoredUnderAnotherVersionThanItInsistedOn() {
        replace(
                find(Append.class, append -> append.end() == End.STORED && append.expected() != null),
                append -> new Append(
                        append.client(),
                        append.invoked(),
                        append.answered(),
                        append.stream(),
                        append.version() + 1,
                        append.id(),
                        append.end(),
                        append.position(),
                        append.version()));
        assertThat(named()).contains(Kind.WRONG_VERSION);
    }

    @Test
    void namesARefusedAppendThatIsInTheLog() {
        replace(
                find(Append.class, append -> append.end() == End.STORED && append.position() > 10),
                append -> new Append(
                        append.client(),
                        append.invoked(),
                        append.answered(),
                        append.stream(),
                        null,
                        append.id(),
                        End.REFUSED,
                        0,
                        0));
        assertThat(named()).containsExactly(Kind.REFUSED_YET_STORED);
    }

    @Test
    void namesAnAppendThatWasRefusedForNothing() {
        add(new Append(99, 1, 2, "s-untouched", 0L, -1, End.REFUSED, 0, 0));
        assertThat(named()).containsExactly(Kind.REFUSED_FOR_NOTHING);
    }

    @Test
    void namesAnAppendThatStandsBeforeOneThatWasAcknowledgedBeforeItBegan() {
        var late = log().get(900);
        replace(
                find(Append.class, append -> append.id() == log().get(700).id()),
                append -> new Append(
                        append.client(),
                        acknowledgedAfter(late) + 1,
                        Long.MAX_VALUE,
                        append.stream(),
                        append.expected(),
                        append.id(),
                        append.end(),
                        append.position(),
                        append.version()));
        assertThat(named()).contains(Kind.ORDER_REVERSED);
    }

    @Test
    void namesAnEventThatStandsElsewhereThanItsClientWasTold() {
        replace(
                find(Append.class, append -> append.end() == End.STORED && append.position() > 10),
                append -> new Append(
                        append.client(),
                        append.invoked(),
                        append.answered(),
                        append.stream() + "-other",
                        append.expected(),
                        append.id(),
                        append.end(),
                        append.position(),
                        append.version()));
        assertThat(named()).contains(Kind.NOT_AS_ACKNOWLEDGED);
    }

    private List<Kind> named() {
        return HistoryChecker.check(history).stream()
                .map(Anomaly::kind)
                .distinct()
                .toList();
    }

    private void add(Operation operation) {
        history.add(history.size() - 1, operation);
    }

    private List<Event> log() {
        return HistoryChecker.events(history.getLast());
    }

    private List<Event> stream(String name, int size) {
        return log().stream()
                .filter(event -> event.stream().equals(name))
                .limit(size)
                .toList();
    }

    private long acknowledgedAfter(Event event) {
        return find(Append.class, append -> append.end() == End.STORED && append.position() >= event.position())
                .answered();
    }

    private ReadLog read() {
        return find(ReadLog.class, read -> read.events().size() > 10);
    }

    private void inTheLog(Consumer<List<Event>> edit) {
        replace((ReadLog) history.getLast(), read -> {
            var events = new ArrayList<>(read.events());
            edit.accept(events);
            return new ReadLog(read.client(), read.invoked(), read.answered(), read.after(), read.limit(), events);
        });
    }

    private <T extends Operation> T find(Class<T> kind, Predicate<T> wanted) {
        return history.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private <T extends Operation> void replace(T operation, UnaryOperator<T> edit) {
        history.set(history.indexOf(operation), edit.apply(operation));
    }
}
