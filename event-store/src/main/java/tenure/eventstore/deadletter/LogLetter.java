package tenure.eventstore.deadletter;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it stands in the database; its times are the database's.
 *
 * @param position place of its event in the log
 * @param claim    under which it is being worked on; null when it was only looked at
 */
record LogLetter(
        String sequence,
        long position,
        EventMessage<?> message,
        @Nullable Cause reason,
        Instant enqueuedAt,
        Instant lastTouched,
        MetaData diagnostics,
        SequenceClaims.@Nullable Claim claim)
        implements DeadLetter<EventMessage<?>> {

    @Override
    public Optional<Cause> cause() {
        return Optional.ofNullable(reason);
    }

    LogLetter under(SequenceClaims.Claim newClaim) {
        return new LogLetter(sequence, position, message, reason, enqueuedAt, lastTouched, diagnostics, newClaim);
    }

    /** {@inheritDoc} The time is written when the letter is: by the database. */
    @Override
    public DeadLetter<EventMessage<?>> markTouched() {
        return this;
    }

    @Override
    public DeadLetter<EventMessage<?>> withCause(@Nullable Throwable newCause) {
        var cause = newCause == null ? reason : ThrowableCause.asCause(newCause);
        return new LogLetter(sequence, position, message, cause, enqueuedAt, lastTouched, diagnostics, claim);
    }

    @Override
    public DeadLetter<EventMessage<?>> withDiagnostics(MetaData newDiagnostics) {
        return new LogLetter(sequence, position, message, reason, enqueuedAt, lastTouched, newDiagnostics, claim);
    }
}
