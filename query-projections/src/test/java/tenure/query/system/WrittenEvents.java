package tenure.query.system;

import static tenure.eventstore.SomeEvents.NOON;
import static tenure.eventstore.SomeEvents.append;
import static tenure.eventstore.SomeEvents.event;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import tenure.domain.EventCatalogue;
import tenure.domain.shared.EventName;
import tenure.eventstore.Appender;
import tenure.eventstore.EventNames;
import tenure.eventstore.EventType;
import tenure.eventstore.JsonEventDecoder;
import tenure.eventstore.NewEvent;
import tenure.eventstore.SharedLog;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.read.EventDecoder;
import tenure.eventstore.read.LogSignal;
import tools.jackson.databind.json.JsonMapper;

/** A real log, empty at first, with types of the catalogue and whatever a test writes. */
public final class WrittenEvents implements AutoCloseable {

    /** Types of the catalogue, so that readers may ask for them. */
    public static final String SOLD = "license.sold";

    public static final String REGISTERED = "customer.registered";

    private final TestDatabase database = SharedLog.emptied();
    private final LogSignal signal = new LogSignal();
    private final Appender appender = new Appender(database.dataSource(), signal);

    public WrittenEvents() {
        database.migrate("query");
        database.jdbc().sql("truncate query.webhook cascade").update();
    }

    public TestDatabase database() {
        return database;
    }

    public LogSignal signal() {
        return signal;
    }

    EventDecoder decoder() {
        var names = new EventNames();
        for (var event : EventCatalogue.events()) {
            var name = event.getAnnotation(EventName.class);
            names.with(new EventType(name.value(), name.revision()), event.asSubclass(Record.class));
        }
        return new JsonEventDecoder(names, JsonMapper.builder().build());
    }

    /** Writes one event of a customer, to a stream of the customer's. */
    public void write(String type, String customerId) {
        appender.append(append(event("customer/" + customerId, type, NOON, customerId, null)));
    }

    /** Writes events in one append. */
    public void write(NewEvent... events) {
        appender.append(append(events));
    }

    /** Writes so many events of a customer, a hundred per append. */
    public void writeMany(String type, String customerId, int events) {
        for (int written = 0; written < events; written += 100) {
            write(IntStream.range(0, Math.min(100, events - written))
                    .mapToObj(one -> event("customer/" + customerId, type, NOON, customerId, null))
                    .toArray(NewEvent[]::new));
        }
    }

    /** Writes one event of a customer with so many characters of data, and some more. */
    public void writeLarge(String type, String customerId, int characters) {
        var small = event("customer/" + customerId, type, NOON, customerId, null);
        var data = "{\"text\":\"" + "x".repeat(characters) + "\"}";
        write(new NewEvent(
                small.stream(),
                small.kind(),
                small.version(),
                small.eventId(),
                small.type(),
                small.occurredAt(),
                small.customerId(),
                small.userId(),
                small.correlationId(),
                small.causationId(),
                small.commandKey(),
                small.actor(),
                data.getBytes(StandardCharsets.UTF_8),
                small.metadata()));
    }

    @Override
    public void close() {
        appender.close();
    }
}
