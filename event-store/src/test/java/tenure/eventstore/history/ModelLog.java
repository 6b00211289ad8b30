package tenure.eventstore.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tenure.eventstore.history.Operation.Append;
import tenure.eventstore.history.Operation.End;
import tenure.eventstore.history.Operation.Event;
import tenure.eventstore.history.Operation.ReadLog;
import tenure.eventstore.history.Operation.ReadStream;
import tenure.eventstore.history.Operation.Tail;

/** A log as it should be, in memory, and clients of it that overlap: makes histories that are good. */
final class ModelLog {

    private static final int CLIENTS = 8;
    private static final int STREAMS = 10;
    private static final int LIMIT = 20;

    private final SplittableRandom random;
    private final List<Event> log = new ArrayList<>();
    private final Map<String, List<Event>> streams = new HashMap<>();
    private final List<Operation> history = new ArrayList<>();
    private final long[] free = new long[CLIENTS];
    private long time = 1_000;
    private long ids;

    private ModelLog(SplittableRandom random) {
        this.random = random;
    }

    /** A history of so many operations, ending with the whole log being read. */
    static List<Operation> history(int operations, SplittableRandom random) {
        var model = new ModelLog(random);
        for (int i = 0; i < operations; i++) {
            model.operate();
        }
        var end = model.time + 1_000;
        model.history.add(new ReadLog(-1, end, end + 1, 0, Integer.MAX_VALUE, List.copyOf(model.log)));
        return model.history;
    }

    /** Something that has its effect now, began a while ago and is answered in a while. */
    private void operate() {
        time += 10;
        var client = random.nextInt(CLIENTS);
        time = Math.max(time, free[client] + 2);
        var invoked = random.nextLong(free[client] + 1, time);
        var answered = time + random.nextLong(1, 60);
        free[client] = answered;
        var stream = "s-" + random.nextInt(STREAMS);
        var events = streams.computeIfAbsent(stream, name -> new ArrayList<>());
        history.add(
                switch (random.nextInt(10)) {
                    case 0 -> new Tail(client, invoked, answered, log.size());
                    case 1 -> {
                        var from = random.nextInt(events.size() + 1);
                        yield new ReadStream(
                                client,
                                invoked,
                                answered,
                                stream,
                                from,
                                List.copyOf(events.subList(from, events.size())));
                    }
                    case 2 -> {
                        var after = random.nextInt(log.size() + 1);
                        var page = log.subList(after, Math.min(log.size(), after + LIMIT));
                        yield new ReadLog(client, invoked, answered, after, LIMIT, List.copyOf(page));
                    }
                    default -> append(client, invoked, answered, stream, events);
                });
    }

    private Append append(int client, long invoked, long answered, String stream, List<Event> events) {
        var id = ++ids;
        var dice = random.nextInt(10);
        if (dice == 0 && !events.isEmpty()) {
            var taken = random.nextLong(events.size());
            return new Append(client, invoked, answered, stream, taken, id, End.REFUSED, 0, 0);
        }
        if (dice == 1) {
            return new Append(client, invoked, answered, stream, null, id, End.UNKNOWN, 0, 0);
        }
        var event = new Event(log.size() + 1, stream, events.size(), id);
        log.add(event);
        events.add(event);
        var end = dice == 2 ? End.UNKNOWN : End.STORED;
        var expected = random.nextBoolean() ? event.version() : null;
        return new Append(client, invoked, answered, stream, expected, id, end, event.position(), event.version());
    }
}
