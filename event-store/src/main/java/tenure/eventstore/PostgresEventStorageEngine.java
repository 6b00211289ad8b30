package tenure.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.AppendOutcome.Conflict;
import tenure.eventstore.AppendOutcome.EventRepeated;
import tenure.eventstore.AppendOutcome.KeyRepeated;
import tenure.eventstore.AppendOutcome.Stored;
import tenure.eventstore.Appender.Appending;
import tools.jackson.databind.json.JsonMapper;

/**
 * Axon's door to the log. Tracking tokens are positions: a reader that has one asks for what is greater and can miss
 * nothing, as positions are given out in commit order and have no holes.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    /** Events that are read at once. */
    static final int PAGE = 1_000;

    /** Positions that are looked through at once for events of some types. */
    static final int STRETCH = 10_000;

    private final Appender appender;
    private final StoredMessages messages;
    private final StreamTable table;
    private final EventNames names;
    private final JsonMapper json;
    private final Function<String, RuntimeException> keyRepeated;

    /**
     * An engine that writes through the appender and reads from the same database.
     *
     * @param keyRepeated makes the exception for a command whose key was answered before
     */
    public PostgresEventStorageEngine(
            Appender appender,
            JdbcClient jdbc,
            EventNames names,
            JsonMapper json,
            Function<String, RuntimeException> keyRepeated) {
        this.appender = appender;
        this.names = names;
        this.json = json;
        this.keyRepeated = keyRepeated;
        this.messages = new StoredMessages(names, json);
        this.table = new StreamTable(jdbc, messages);
    }

    /**
     * {@inheritDoc} All or nothing; a command whose key was answered before is refused. Within a unit of work the stored messages are left under
     * {@link EventMetadata#RECORDED}.
     *
     * @throws AggregateStreamCreationException when the stream that the first event begins exists already
     * @throws ConcurrencyException             when another command was faster, or had stored these events already
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        var append = messages.append(events);
        switch (appender.append(append)) {
            case Stored stored -> leaveInUnitOfWork(events, stored);
            case Conflict(), EventRepeated() -> throw conflict(events);
            case KeyRepeated() ->
                throw keyRepeated.apply(append.key() == null ? "" : append.key().key());
        }
    }

    /** Facts to record: the stream that each goes to the end of, and its message. */
    public record Fact(String stream, EventMessage<?> message) {}

    /** Begins to record facts in as few database calls as possible, each with an outcome of its own. */
    public Appending record(List<Fact> facts) {
        return appender.begin(facts.stream()
                .map(fact -> messages.fact(fact.stream(), fact.message()))
                .toList());
    }

    private static void leaveInUnitOfWork(List<? extends EventMessage<?>> events, Stored stored) {
        if (!CurrentUnitOfWork.isStarted()) {
            return;
        }
        List<TrackedEventMessage<?>> recorded =
                CurrentUnitOfWork.get().root().getOrComputeResource(EventMetadata.RECORDED, name -> new ArrayList<>());
        for (int i = 0; i < events.size(); i++) {
            recorded.add(EventUtils.asTrackedEventMessage(
                    events.get(i), new GlobalSequenceTrackingToken(stored.firstPosition() + i)));
        }
    }

    private static RuntimeException conflict(List<? extends EventMessage<?>> events) {
        var begins = events.getFirst() instanceof DomainEventMessage<?> first && first.getSequenceNumber() == 0;
        var stream = events.getFirst() instanceof DomainEventMessage<?> first ? first.getAggregateIdentifier() : "";
        return begins
                ? new AggregateStreamCreationException(stream + " exists already.")
                : new ConcurrencyException("Another command changed " + stream + " at the same time.");
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstVersion) {
        return domainEvents(table.stream(stream, firstVersion));
    }

    /**
     * What an aggregate is loaded from: its snapshot and the events after it, in one round trip. A snapshot that cannot
     * be read, for example as an older version of Tenure wrote it, is left out, and all events are there instead.
     */
    DomainEventStream readSnapshotAndEvents(String stream) {
        return domainEvents(table.snapshotAndTail(stream));
    }

    private static DomainEventStream domainEvents(List<DomainEventMessage<?>> events) {
        var last = events.isEmpty() ? null : events.getLast().getSequenceNumber();
        return DomainEventStream.of(events.stream(), () -> last);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return table.version(stream);
    }

    /** {@inheritDoc} The stream ends at the head of the log; it never waits, whatever {@code mayBlock} says. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        var pages = new Pages(position(token));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false);
    }

    List<TrackedEventMessage<?>> pageAfter(long position) {
        return table.page(position, PAGE);
    }

    LogStream.Page streamAfter(long position) {
        var events = pageAfter(position);
        return new LogStream.Page(
                events,
                events.isEmpty() ? position : position(events.getLast().trackingToken()),
                events.size() >= PAGE);
    }

    /**
     * The next events of these types. Where there are none for a whole stretch, its last event stands in for them,
     * whatever its type, so that the token of who reads them moves on.
     *
     * @param types stored names
     */
    LogStream.Page streamAfter(long position, Set<String> types) {
        var head = table.head();
        var upTo = Math.min(head, position + STRETCH);
        var events = table.page(position, upTo, types, upTo == position + STRETCH, PAGE);
        var reached = events.size() < PAGE
                ? Math.max(upTo, position)
                : position(events.getLast().trackingToken());
        return new LogStream.Page(events, reached, reached < head);
    }

    /** The events at these positions, in order. */
    public List<TrackedEventMessage<?>> eventsAt(List<Long> positions) {
        return table.at(positions);
    }

    /**
     * The position that a token of this log stands for.
     *
     * @throws IllegalArgumentException when it is a token of something else
     */
    public static long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> 0;
            case GlobalSequenceTrackingToken sequence -> sequence.getGlobalIndex();
            // Of a reader in the middle of a replay.
            case WrappedToken wrapped -> position(wrapped.lowerBound());
            default ->
                throw new IllegalArgumentException("A token of this log is a position, not a "
                        + token.getClass().getSimpleName() + ".");
        };
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        table.storeSnapshot(
                snapshot.getAggregateIdentifier(),
                snapshot.getType(),
                snapshot.getSequenceNumber(),
                names.storedClass(snapshot.getPayloadType()).type(),
                json.writeValueAsBytes(snapshot.getPayload()),
                json.writeValueAsBytes(snapshot.getMetaData()));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return table.snapshot(stream);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(table.head());
    }

    /**
     * {@inheritDoc} Behind it are all events that occurred at or after the moment, save those that were recorded more
     * than a day before the moment at which they are said to occur.
     */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(table.positionBefore(dateTime));
    }

    /** Pages of the log, one after another, until one comes back empty. */
    private final class Pages implements Iterator<TrackedEventMessage<?>> {
        private long position;
        private Iterator<TrackedEventMessage<?>> page =
                List.<TrackedEventMessage<?>>of().iterator();

        Pages(long position) {
            this.position = position;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext()) {
                page = pageAfter(position).iterator();
            }
            return page.hasNext();
        }

        @Override
        public TrackedEventMessage<?> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var event = page.next();
            position = position(event.trackingToken());
            return event;
        }
    }
}
