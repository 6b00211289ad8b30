package tenure.app.wiring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.stereotype.Component;
import tenure.command.CommandLedger;
import tenure.command.CommandMetadata;
import tenure.command.KeyAlreadyUsed;
import tenure.command.KnownParties;
import tenure.domain.EventCatalogue;
import tenure.domain.customer.CustomerId;
import tenure.domain.training.CourseId;
import tenure.domain.user.UserId;
import tenure.eventstore.Append;
import tenure.eventstore.Append.CommandKey;
import tenure.eventstore.AppendOutcome;
import tenure.eventstore.Appender;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.PostgresEventStorageEngine.Fact;
import tenure.eventstore.read.CommandLog;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.RecordedEvent;

/** What the command side asks of the log. */
@Component
class LogLedger implements CommandLedger, KnownParties {

    /** Streams that are looked up by one command after another. */
    private static final int MOST_REMEMBERED = 20_000;

    // A stream never goes away, and the customer that it names first stays the first, so what was found stays true.
    private final RecentlyUsed<String, Boolean> known = new RecentlyUsed<>(MOST_REMEMBERED);
    private final RecentlyUsed<String, CustomerId> customers = new RecentlyUsed<>(MOST_REMEMBERED);

    private final PostgresEventStorageEngine engine;
    private final Appender appender;
    private final EventLog log;
    private final CommandLog commands;

    LogLedger(PostgresEventStorageEngine engine, Appender appender, EventLog log, CommandLog commands) {
        this.engine = engine;
        this.appender = appender;
        this.log = log;
        this.commands = commands;
    }

    @Override
    public boolean isKnown(CustomerId customer) {
        return exists(customer.toString());
    }

    @Override
    public boolean isKnown(UserId user) {
        return exists(user.toString());
    }

    @Override
    public boolean isKnown(CourseId course) {
        return exists(course.toString());
    }

    private boolean exists(String stream) {
        if (known.get(stream) != null) {
            return true;
        }
        var exists = log.streamVersion(stream).isPresent();
        if (exists) {
            known.put(stream, true);
        }
        return exists;
    }

    @Override
    public List<Object> eventsOf(String stream) {
        var happened = new ArrayList<Object>();
        engine.readEvents(stream, 0).forEachRemaining(event -> happened.add(event.getPayload()));
        return happened;
    }

    @Override
    public Optional<Long> versionOf(String stream) {
        return log.streamVersion(stream);
    }

    @Override
    public Map<String, CustomerId> customersOf(Collection<String> streams) {
        var found = new HashMap<String, CustomerId>();
        var unknown = new ArrayList<String>();
        for (var stream : streams) {
            var customer = customers.get(stream);
            if (customer == null) {
                unknown.add(stream);
            } else {
                found.put(stream, customer);
            }
        }
        if (!unknown.isEmpty()) {
            log.customersOf(unknown).forEach((stream, name) -> {
                var customer = new CustomerId(name);
                customers.put(stream, customer);
                found.put(stream, customer);
            });
        }
        return found;
    }

    @Override
    public Map<String, Answered> find(String caller, Collection<String> keys) {
        var answers = new HashMap<String, Answered>();
        commands.find(caller, keys).forEach((key, answered) -> answers.put(key, answered(answered)));
        return answers;
    }

    private static Answered answered(CommandLog.Answered found) {
        var events = found.events();
        return events.isEmpty()
                ? new Answered(found.requestHash(), null, -1, List.of())
                : new Answered(
                        found.requestHash(),
                        events.getLast().stream(),
                        events.getLast().version(),
                        events.stream().map(LogLedger::recorded).toList());
    }

    private static Recorded recorded(RecordedEvent event) {
        return new Recorded(event.type(), event.eventId().toString(), event.position());
    }

    @Override
    public Recording record(List<FactToRecord> facts) {
        var messages = facts.stream()
                .map(fact -> new Fact(
                        fact.fact().stream(),
                        new GenericEventMessage<>(
                                fact.fact().event(), fact.metadata().asMetaData())))
                .toList();
        var appending = engine.record(messages);
        return index -> outcome(facts.get(index), messages.get(index), appending.outcome(index));
    }

    private Outcome outcome(FactToRecord fact, Fact message, AppendOutcome outcome) {
        return switch (outcome) {
            case AppendOutcome.Stored stored ->
                new Outcome.Stored(
                        message.stream(),
                        stored.versions()[0],
                        List.of(new Recorded(
                                EventCatalogue.nameOf(message.message().getPayloadType()),
                                message.message().getIdentifier(),
                                stored.firstPosition())));
            case AppendOutcome.KeyRepeated() -> new Outcome.KeyRepeated(repeated(fact.metadata()));
            case AppendOutcome.Conflict(), AppendOutcome.EventRepeated() ->
                throw new IllegalStateException("A fact cannot conflict: " + outcome);
        };
    }

    private Answered repeated(CommandMetadata metadata) {
        var found = find(metadata.caller(), List.of(metadata.commandKey())).get(metadata.commandKey());
        if (found == null) {
            throw new IllegalStateException("The log knows the key " + metadata.commandKey() + ", but not its answer.");
        }
        return found;
    }

    @Override
    public void rememberUnchanged(CommandMetadata metadata) {
        var hash = Objects.requireNonNull(metadata.requestHash(), "Only a command with a key is remembered.");
        var key = new CommandKey(metadata.caller(), metadata.commandKey(), hash);
        if (appender.append(new Append(key, List.of())) instanceof AppendOutcome.KeyRepeated) {
            throw new KeyAlreadyUsed(metadata.commandKey());
        }
    }
}
