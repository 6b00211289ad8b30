package tenure.eventstore.history;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.Append;
import tenure.eventstore.AppendOutcome;
import tenure.eventstore.Appender;
import tenure.eventstore.Appender.OutcomeUnknown;
import tenure.eventstore.EventNames;
import tenure.eventstore.EventType;
import tenure.eventstore.NewEvent;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.history.Operation.End;
import tenure.eventstore.history.Operation.Event;
import tenure.eventstore.history.Operation.ReadLog;
import tenure.eventstore.history.Operation.ReadStream;
import tenure.eventstore.history.Operation.Tail;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
import tools.jackson.databind.json.JsonMapper;

/** One client of a node: does one thing after another and writes down what it asked and what it was answered. */
final class LogClient {

    private static final int HOT = 20;
    private static final int COLD = 20_000;
    private static final int PAGE = 100;
    private static final int WHOLE_PAGE = 1_000;

    private static final EventType TYPE = new EventType("thing.noted", 1);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicLong IDS = new AtomicLong();

    private final int number;
    private final Appender appender;
    private final EventLog log;
    private final PostgresEventStorageEngine engine;
    private final SplittableRandom random;
    private final TimeBasedEpochGenerator eventIds = Generators.timeBasedEpochGenerator();
    private final Map<String, Long> versions = new HashMap<>();
    private final List<Operation> history = new ArrayList<>();
    private long position;

    LogClient(int number, Appender appender, TestDatabase database, SplittableRandom random) {
        this.number = number;
        this.appender = appender;
        this.random = random;
        this.log = new EventLog(database.jdbc(), new LogSignal());
        this.engine = new PostgresEventStorageEngine(
                appender, database.jdbc(), new EventNames().with(TYPE, Noted.class), JSON, IllegalStateException::new);
    }

    /** Does so many things. Returns what it has written down. */
    List<Operation> operate(int operations) {
        for (int i = 0; i < operations; i++) {
            var stream = random.nextBoolean() ? "hot/" + random.nextInt(HOT) : "cold/" + random.nextInt(COLD);
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3 -> tail();
                case 4, 5, 6 -> readStream(stream);
                case 7 -> readLog(PAGE);
                default -> append(stream);
            }
        }
        return history;
    }

    /** Reads the whole log. */
    List<Operation> readEverything() {
        position = 0;
        while (readLog(WHOLE_PAGE)) {
            // There is more.
        }
        return history;
    }

    private void append(String stream) {
        var expected = random.nextBoolean() ? null : versions.getOrDefault(stream, -1L) + 1;
        var id = IDS.incrementAndGet();
        var event = event(stream, expected, id);
        var invoked = System.nanoTime();
        var end = End.REFUSED;
        long place = 0;
        long version = 0;
        try {
            if (appender.append(new Append(null, List.of(event))) instanceof AppendOutcome.Stored stored) {
                end = End.STORED;
                place = stored.firstPosition();
                version = stored.versions()[0];
                versions.put(stream, version);
            }
        } catch (OutcomeUnknown unknown) {
            end = End.UNKNOWN;
        }
        history.add(
                new Operation.Append(number, invoked, System.nanoTime(), stream, expected, id, end, place, version));
    }

    private NewEvent event(String stream, @Nullable Long expected, long id) {
        return new NewEvent(
                stream,
                "Thing",
                expected,
                eventIds.generate(),
                TYPE,
                Instant.now(),
                null,
                null,
                null,
                null,
                null,
                null,
                JSON.writeValueAsBytes(new Noted(stream, id)),
                new byte[] {'{', '}'});
    }

    private void tail() {
        var invoked = System.nanoTime();
        var head = log.head();
        history.add(new Tail(number, invoked, System.nanoTime(), head));
    }

    private void readStream(String stream) {
        var from = Math.max(0, versions.getOrDefault(stream, -1L) - random.nextInt(5));
        var invoked = System.nanoTime();
        var read = engine.readEvents(stream, from).asStream().toList();
        var answered = System.nanoTime();
        var events = read.stream().map(LogClient::event).toList();
        if (!events.isEmpty()) {
            versions.put(stream, events.getLast().version());
        }
        history.add(new ReadStream(number, invoked, answered, stream, from, events));
    }

    private static Event event(DomainEventMessage<?> message) {
        var noted = (Noted) message.getPayload();
        return new Event(0, noted.stream(), message.getSequenceNumber(), noted.id());
    }

    /** Reads the next page. Returns whether it was full. */
    private boolean readLog(int limit) {
        var invoked = System.nanoTime();
        var read = log.between(position + 1, position + limit);
        var answered = System.nanoTime();
        var events = read.stream()
                .map(event -> new Event(
                        event.position(),
                        event.stream(),
                        event.version(),
                        JSON.readValue(event.payload(), Noted.class).id()))
                .toList();
        history.add(new ReadLog(number, invoked, answered, position, limit, events));
        // Most of the time it follows the log, sometimes it looks into the past.
        position = random.nextInt(4) == 0 && limit == PAGE ? random.nextLong(position + 1) : position + events.size();
        return events.size() == limit;
    }
}
