package tenure.benchmark.event;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.Append.CommandKey;
import tenure.eventstore.EventMetadata;
import tenure.eventstore.EventNames;
import tenure.eventstore.EventType;
import tenure.eventstore.NewEvent;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Events of one writer, who has streams of its own; their versions count up. */
public final class Samples {

    /** The stored name of the event. */
    public static final EventType TYPE = new EventType("license.seats-changed", 1);

    /** What kind of thing the streams are. */
    public static final String KIND = "License";

    /** Request hash of every command key. */
    public static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /** Of every event. */
    public static final String CORRELATION_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** Of every event. */
    public static final String CAUSATION_ID = "f067aa0ba902b700f067aa0ba902b700";

    /** Of every event. */
    public static final String ACTOR = "alice";

    private static final String CALLER = "benchmark";
    private static final int STREAMS = 64;
    private static final AtomicLong WRITERS = new AtomicLong();
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final byte[] PAYLOAD = JSON.writeValueAsBytes(change("P-104711", 250));
    private static final byte[] NO_METADATA = JSON.writeValueAsBytes(Map.of());

    private final long writer = WRITERS.incrementAndGet();
    private long n;

    /** A number that no other writer has or had. */
    public long writer() {
        return writer;
    }

    /** The catalogue with the one event. */
    public static EventNames names() {
        return new EventNames().with(TYPE, SeatsChanged.class);
    }

    /** Reads and writes the event. */
    public static JsonMapper json() {
        return JSON;
    }

    /** The event, written down. */
    public static byte[] payload() {
        return PAYLOAD.clone();
    }

    /** One event of a customer. */
    public static SeatsChanged change(String customer, int seats) {
        return new SeatsChanged(
                customer, customer, seats, 4_900, LocalDate.of(2024, 4, 1), Instant.parse("2024-03-28T09:14:03.512Z"));
    }

    /** A key for the next command of this writer. */
    public CommandKey key() {
        return new CommandKey(CALLER, writer + "-" + n, HASH);
    }

    /** The next events, ready to be stored. */
    public List<NewEvent> events(int count) {
        n += count;
        return LongStream.range(n - count, n).mapToObj(this::event).toList();
    }

    /** The next events as Axon's messages, with a key as every command has one. */
    public List<DomainEventMessage<?>> messages(int count) {
        var metadata = MetaData.with(EventMetadata.ACTOR, ACTOR)
                .and(EventMetadata.CORRELATION_ID, CORRELATION_ID)
                .and(EventMetadata.CAUSATION_ID, CAUSATION_ID)
                .and(EventMetadata.CALLER, CALLER)
                .and(EventMetadata.COMMAND_KEY, writer + "-" + n)
                .and(EventMetadata.REQUEST_HASH, HASH);
        n += count;
        return LongStream.range(n - count, n)
                .<DomainEventMessage<?>>mapToObj(i -> new GenericDomainEventMessage<>(
                        KIND,
                        stream(i),
                        i / STREAMS,
                        change(customer(i), 250),
                        metadata,
                        IDS.generate().toString(),
                        Instant.now()))
                .toList();
    }

    private NewEvent event(long i) {
        return event("license", customer(i), i / STREAMS, writer + "-" + i, PAYLOAD);
    }

    /** An event of a customer, with as many seats as the stream is long. */
    static NewEvent event(String kind, String customer, int version) {
        return event(kind, customer, version, null, JSON.writeValueAsBytes(change(customer, version)));
    }

    private static NewEvent event(String kind, String customer, long version, @Nullable String key, byte[] payload) {
        return new NewEvent(
                kind + "/" + customer,
                KIND,
                version,
                IDS.generate(),
                TYPE,
                Instant.now(),
                customer,
                null,
                CORRELATION_ID,
                CAUSATION_ID,
                key,
                ACTOR,
                payload,
                NO_METADATA);
    }

    private String stream(long i) {
        return "license/" + customer(i);
    }

    private String customer(long i) {
        return "P-" + (writer * STREAMS + i % STREAMS);
    }
}
