package tenure.eventstore.deadletter;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenure.eventstore.read.DatabaseOutage;

/** Parks an event that its handler cannot digest. A database that is away fails the whole batch, which is repeated. */
public final class ParkUnlessOutage implements EnqueuePolicy<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ParkUnlessOutage.class);

    /**
     * {@inheritDoc}
     *
     * @throws BatchFailed when the database was away as a processor handled the event
     */
    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        // A letter that is tried again stays in the queue anyway.
        if (!(letter instanceof LogLetter) && DatabaseOutage.isBehind(cause)) {
            throw new BatchFailed(cause);
        }
        LOG.error("Event {} is parked.", letter.message().getIdentifier(), cause);
        return Decisions.enqueue(ThrowableCause.truncated(cause));
    }

    /** No event's fault. */
    public static final class BatchFailed extends RuntimeException {
        BatchFailed(Throwable cause) {
            super("The database was away.", cause);
        }
    }
}
