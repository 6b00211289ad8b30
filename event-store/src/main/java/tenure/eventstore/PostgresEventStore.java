package tenure.eventstore;

import java.time.Instant;
import java.util.Set;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.read.LogSignal;

/** Axon's event store over the log. Its streams are woken by the writer, not by a timer. */
public final class PostgresEventStore extends AbstractEventStore {

    private final PostgresEventStorageEngine engine;
    private final LogSignal signal;

    private PostgresEventStore(Builder builder) {
        super(builder);
        this.engine = builder.engine;
        this.signal = builder.signal;
    }

    /** A store over an engine; the signal is the one that the engine's appender gives. */
    public static PostgresEventStore over(PostgresEventStorageEngine engine, LogSignal signal) {
        return new PostgresEventStore(new Builder(engine, signal));
    }

    /** {@inheritDoc} One round trip, where the inherited method makes two. */
    @Override
    public DomainEventStream readEvents(String stream) {
        return DomainEventStream.concat(
                engine.readSnapshotAndEvents(stream), DomainEventStream.of(stagedDomainEventMessages(stream)));
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LogStream(engine::streamAfter, signal, PostgresEventStorageEngine.position(token));
    }

    /**
     * The log for a reader that handles events of a few types only: others are not read, save one now and then, by which
     * the reader's token moves on.
     *
     * @param types stored names
     */
    public StreamableMessageSource<TrackedEventMessage<?>> only(Set<String> types) {
        return new OfTypes(Set.copyOf(types));
    }

    private final class OfTypes implements StreamableMessageSource<TrackedEventMessage<?>> {
        private final Set<String> types;

        OfTypes(Set<String> types) {
            this.types = types;
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
            return new LogStream(
                    position -> engine.streamAfter(position, types),
                    signal,
                    PostgresEventStorageEngine.position(token));
        }

        @Override
        public @Nullable TrackingToken createTailToken() {
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
    }

    private static final class Builder extends AbstractEventStore.Builder {
        private final PostgresEventStorageEngine engine;
        private final LogSignal signal;

        Builder(PostgresEventStorageEngine engine, LogSignal signal) {
            this.engine = engine;
            this.signal = signal;
            storageEngine((EventStorageEngine) engine);
        }
    }
}
