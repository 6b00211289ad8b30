package tenure.app.wiring;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.springframework.stereotype.Component;
import tenure.command.automation.Automation;
import tenure.command.automation.Reactions;
import tenure.eventstore.CustomerSequence;
import tenure.eventstore.EventNames;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.PostgresTokenStore;
import tenure.eventstore.deadletter.PostgresDeadLetterQueue;
import tenure.eventstore.read.EventLog;

/** How far the processor of the automations is, by its token and its letters. */
@Component
class LogReactions implements Reactions {

    private final EventLog log;
    private final PostgresTokenStore tokens;
    private final PostgresDeadLetterQueue letters;
    private final CustomerSequence sequence;
    private final AutomationWiring.Types types;
    private final Configuration axon;

    LogReactions(
            EventLog log,
            PostgresTokenStore tokens,
            DeadLetters letters,
            EventNames names,
            AutomationWiring.Types types,
            Configuration axon) {
        this.log = log;
        this.tokens = tokens;
        this.letters = letters.queue(Automation.PROCESSOR);
        this.sequence = new CustomerSequence(names);
        this.types = types;
        this.axon = axon;
    }

    /** A token moves on with events that concern the automations; those behind it that do not are as good as done. */
    @Override
    public Progress progress() {
        var head = log.head();
        var stored = tokens.position(Automation.PROCESSOR);
        var next = log.page(stored, head, types.names(), 1, Set.of()).events();
        var position = next.isEmpty() ? Math.max(stored, head) : next.getFirst().position() - 1;
        return new Progress(position, Math.max(0, head - position));
    }

    @Override
    public long parkedEvents() {
        return letters.size();
    }

    @Override
    public List<Parked> parked(int limit) {
        return StreamSupport.stream(letters.deadLetters().spliterator(), false)
                .flatMap(ofSequence -> StreamSupport.stream(ofSequence.spliterator(), false))
                .limit(limit)
                .map(this::parked)
                .toList();
    }

    private Parked parked(DeadLetter<? extends EventMessage<?>> letter) {
        var event = (TrackedEventMessage<?>) letter.message();
        return new Parked(
                String.valueOf(sequence.getSequenceIdentifierFor(event)),
                PostgresEventStorageEngine.position(event.trackingToken()),
                letter.cause()
                        .map(cause -> cause.type() + ": " + cause.message())
                        .orElse(null));
    }

    /** Each sequence once: those that fail again go to the end of the queue. */
    @Override
    public long retryParked() {
        var processor = axon.eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(Automation.PROCESSOR)
                .orElseThrow();
        for (var left = letters.amountOfSequences(); left > 0; left--) {
            processor.processAny();
        }
        return letters.size();
    }
}
