package tenure.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tenure.domain.EventCatalogue;
import tenure.domain.customer.CustomerId;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.training.CourseId;
import tenure.domain.user.UserId;
import tenure.domain.user.event.UserInvited;

/** A log in memory that keeps the promises of the real one: versions, positions and each command key once. */
public final class InMemory implements CommandLedger, KnownParties {

    private final AtomicLong position = new AtomicLong();
    private final Map<String, Long> heads = new ConcurrentHashMap<>();
    private final Map<String, Answered> answers = new ConcurrentHashMap<>();

    /** The customer of each stream whose events name one. */
    public final Map<String, CustomerId> customers = new ConcurrentHashMap<>();

    /** What was recorded, in order. */
    public final List<Object> events = new CopyOnWriteArrayList<>();

    /** How often each method of the ledger was called. */
    public final Map<String, Integer> calls = new ConcurrentHashMap<>();

    /** Run before the next appends, once each. */
    public final List<Runnable> beforeAppend = new ArrayList<>();

    private final Configuration axon;

    /** Starts empty. */
    public InMemory() {
        var configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(
                        configuration -> Jackson3Serializer.builder().build())
                .configureEmbeddedEventStore(configuration -> new Engine())
                .configureCorrelationDataProviders(configuration -> List.of(
                        new SimpleCorrelationDataProvider(CommandMetadata.COPIED_TO_EVENTS.toArray(String[]::new))));
        axon = Aggregates.register(configurer).buildConfiguration();
        axon.start();
        axon.commandBus().registerHandlerInterceptor(new RecordedEvents());
        axon.eventStore().registerDispatchInterceptor(new DryRun());
    }

    /** Where commands are sent. */
    public CommandBus bus() {
        return axon.commandBus();
    }

    /** Makes a stream known, as if it had events. */
    public void begin(String stream) {
        heads.putIfAbsent(stream, 0L);
    }

    /** Position of the last event. */
    public long head() {
        return position.get();
    }

    @Override
    public boolean isKnown(CustomerId customer) {
        return heads.containsKey(customer.toString());
    }

    @Override
    public boolean isKnown(UserId user) {
        return heads.containsKey(user.toString());
    }

    @Override
    public boolean isKnown(CourseId course) {
        return heads.containsKey(course.toString());
    }

    @Override
    public List<Object> eventsOf(String stream) {
        return axon.eventStore()
                .readEvents(stream)
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    @Override
    public Optional<Long> versionOf(String stream) {
        return Optional.ofNullable(heads.get(stream));
    }

    @Override
    public Map<String, CustomerId> customersOf(Collection<String> streams) {
        called("customersOf");
        Map<String, CustomerId> known = new HashMap<>(customers);
        known.keySet().retainAll(streams);
        return known;
    }

    @Override
    public Map<String, Answered> find(String caller, Collection<String> keys) {
        called("find");
        Map<String, Answered> found = new HashMap<>();
        for (String key : Set.copyOf(keys)) {
            Answered answered = answers.get(caller + " " + key);
            if (answered != null) {
                found.put(key, answered);
            }
        }
        return found;
    }

    @Override
    public synchronized Recording record(List<FactToRecord> facts) {
        called("record");
        var outcomes = facts.stream().map(this::record).toList();
        return outcomes::get;
    }

    @Override
    public void rememberUnchanged(CommandMetadata metadata) {
        called("rememberUnchanged");
        String key = metadata.caller() + " " + metadata.commandKey();
        if (answers.putIfAbsent(key, new Answered(metadata.requestHash(), null, -1, List.of())) != null) {
            throw new KeyAlreadyUsed(key);
        }
    }

    private Outcome record(FactToRecord fact) {
        String key = fact.metadata().caller() + " " + fact.metadata().commandKey();
        if (answers.containsKey(key)) {
            return new Outcome.KeyRepeated(answers.get(key));
        }
        events.add(fact.fact().event());
        long version = heads.merge(fact.fact().stream(), 0L, (old, zero) -> old + 1);
        var recorded = List.of(new Recorded(
                EventCatalogue.nameOf(fact.fact().event().getClass()),
                "fact-" + position.get(),
                position.incrementAndGet()));
        answers.put(key, new Answered(fact.metadata().requestHash(), fact.fact().stream(), version, recorded));
        return new Outcome.Stored(fact.fact().stream(), version, recorded);
    }

    private void called(String method) {
        calls.merge(method, 1, Integer::sum);
    }

    private final class Engine extends InMemoryEventStorageEngine {
        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            if (!beforeAppend.isEmpty()) {
                beforeAppend.removeFirst().run();
            }
            append(events);
        }

        private void append(List<? extends EventMessage<?>> events) {
            synchronized (InMemory.this) {
                List<TrackedEventMessage<?>> recorded = new ArrayList<>();
                String key = events.getFirst().getMetaData().get("caller") + " "
                        + events.getFirst().getMetaData().get("commandKey");
                if (answers.containsKey(key)) {
                    throw new KeyAlreadyUsed(key);
                }
                for (EventMessage<?> event : events) {
                    var domainEvent = (DomainEventMessage<?>) event;
                    mustFollow(domainEvent);
                    heads.put(domainEvent.getAggregateIdentifier(), domainEvent.getSequenceNumber());
                    recorded.add(new GenericTrackedDomainEventMessage<>(
                            new GlobalSequenceTrackingToken(position.incrementAndGet()), domainEvent));
                }
                super.appendEvents(events);
                events.forEach(event -> {
                    InMemory.this.events.add(event.getPayload());
                    rememberCustomer(event.getPayload());
                });
                remember(key, recorded);
                CurrentUnitOfWork.get().root().resources().put(RecordedEvents.RESOURCE, recorded);
            }
        }

        private void rememberCustomer(Object event) {
            if (event instanceof UserInvited invited) {
                customers.put("user/" + invited.userId(), new CustomerId(invited.customerId()));
            } else if (event instanceof LicenseSold sold) {
                customers.put("license/" + sold.licenseId(), new CustomerId(sold.customerId()));
            }
        }

        private void mustFollow(DomainEventMessage<?> event) {
            Long head = heads.get(event.getAggregateIdentifier());
            if (event.getSequenceNumber() == 0 && head != null) {
                throw new AggregateStreamCreationException("exists", null);
            }
            if (event.getSequenceNumber() != (head == null ? 0 : head + 1)) {
                throw new ConcurrencyException("lost");
            }
        }

        private void remember(String key, List<TrackedEventMessage<?>> recorded) {
            var last = (DomainEventMessage<?>) recorded.getLast();
            answers.put(
                    key,
                    new Answered(
                            String.valueOf(last.getMetaData().get("requestHash")),
                            last.getAggregateIdentifier(),
                            last.getSequenceNumber(),
                            recorded.stream()
                                    .map(event -> new Recorded(
                                            EventCatalogue.nameOf(event.getPayloadType()),
                                            event.getIdentifier(),
                                            ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex()))
                                    .toList()));
        }
    }
}
