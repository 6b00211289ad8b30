package tenure.command;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Stands before the event store and lets nothing pass that was only decided for trial: the unit of work is rolled back
 * and the events come back as {@link Decided}. To be registered with the event store.
 */
public final class DryRun implements MessageDispatchInterceptor<EventMessage<?>> {

    /** Name of the mark in the metadata of a command message. */
    static final String MARK = "dryRun";

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        boolean trial = CurrentUnitOfWork.map(work -> work.getMessage() instanceof CommandMessage<?> command
                        && command.getMetaData().containsKey(MARK))
                .orElse(false);
        if (trial) {
            throw new Decided(List.copyOf(events));
        }
        return (index, event) -> event;
    }

    /** Ends a trial: what would have been recorded. */
    static final class Decided extends RuntimeException {

        private final transient List<EventMessage<?>> events;

        Decided(List<EventMessage<?>> events) {
            super("Decided for trial.", null, false, false);
            this.events = events;
        }

        /** Whether the stream would begin with it. */
        boolean beginsAStream() {
            return events.getFirst() instanceof DomainEventMessage<?> first && first.getSequenceNumber() == 0;
        }

        List<EventMessage<?>> events() {
            return events;
        }
    }
}
