package tenure.eventstore;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/**
 * Events of one customer are handled in order, events of different customers side by side. The key is text, so that it
 * means the same on every node and after every start.
 */
public final class CustomerSequence implements SequencingPolicy<EventMessage<?>> {

    private final EventNames names;

    /** A policy for the events of a catalogue. */
    public CustomerSequence(EventNames names) {
        this.names = names;
    }

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        Object payload = event.getPayload();
        var customer = EventNames.StoredClass.read(
                names.storedClass(payload.getClass()).customerId(), payload);
        if (customer != null) {
            return customer;
        }
        return event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : event.getIdentifier();
    }
}
