package tenure.eventstore.deadletter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.WrongDeadLetterTypeException;
import tenure.eventstore.deadletter.SequenceClaims.Claim;

/**
 * What one processor could not handle: events of the log, in sequences (of customers), each in the order of the log.
 *
 * <p>A letter is stored in the transaction that its event was handled in, and so becomes visible with the processor's
 * token. It names its event by position and copies nothing. A replay that meets the event again leaves one letter of
 * it, so a reset need not clear the queue: what waits from before keeps its place in the order.
 */
public final class PostgresDeadLetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {

    private static final int PAGE = 100;

    private final String processor;
    private final LetterTable letters;
    private final SequenceClaims claims;
    private final Limits limits;

    /**
     * How much fits. Beyond it {@link #enqueue} throws, and the processor repeats its batch until there is room.
     *
     * @param sequences    at most so many sequences with letters
     * @param sequenceSize at most so many letters in each
     */
    public record Limits(long sequences, long sequenceSize) {
        /** As much as the disk holds: a letter is a small row. */
        public static final Limits NONE = new Limits(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** A queue for the processor of this name. */
    public PostgresDeadLetterQueue(String processor, LetterTable letters, SequenceClaims claims, Limits limits) {
        this.processor = processor;
        this.letters = letters;
        this.claims = claims;
        this.limits = limits;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when the letter's message is not an event of the log
     */
    @Override
    public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter)
            throws DeadLetterQueueOverflowException {
        if (!(letter.message() instanceof TrackedEventMessage<?> event)) {
            throw new IllegalArgumentException("Only events of the log can be kept as letters, not "
                    + letter.message().getClass().getSimpleName() + ".");
        }
        if (isFull(sequenceIdentifier)) {
            throw new DeadLetterQueueOverflowException(
                    "The letters of " + processor + " have reached their limit: " + limits + ".");
        }
        letters.store(processor, sequence(sequenceIdentifier), event, letter);
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        var kept = own(letter);
        fenced(kept, () -> letters.delete(processor, kept.sequence(), kept.position()));
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter,
            UnaryOperator<DeadLetter<? extends EventMessage<?>>> letterUpdater)
            throws NoSuchDeadLetterException {
        var kept = own(letter);
        var updated = own(letterUpdater.apply(kept));
        fenced(kept, () -> {
            if (!letters.touch(processor, updated)) {
                throw new NoSuchDeadLetterException(
                        "There is no letter at position " + kept.position() + " of " + processor + ".");
            }
        });
    }

    private void fenced(LogLetter letter, Runnable finish) {
        var claim = letter.claim();
        if (claim == null) {
            finish.run();
        } else {
            claims.fenced(claim, finish);
        }
    }

    private static LogLetter own(DeadLetter<? extends EventMessage<?>> letter) {
        if (letter instanceof LogLetter kept) {
            return kept;
        }
        throw new WrongDeadLetterTypeException("Only letters of this queue can be finished, not "
                + letter.getClass().getSimpleName() + ".");
    }

    @Override
    public boolean contains(Object sequenceIdentifier) {
        return letters.contains(processor, sequence(sequenceIdentifier));
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequenceIdentifier) {
        var sequence = sequence(sequenceIdentifier);
        return () -> new InPages(sequence);
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        return letters.sequenceNames(processor).stream()
                .map(this::deadLetterSequence)
                .toList();
    }

    @Override
    public boolean isFull(Object sequenceIdentifier) {
        if (limits.equals(Limits.NONE)) {
            return false;
        }
        var size = sequenceSize(sequenceIdentifier);
        return size > 0 ? size >= limits.sequenceSize() : amountOfSequences() >= limits.sequences();
    }

    @Override
    public long size() {
        return letters.size(processor);
    }

    @Override
    public long sequenceSize(Object sequenceIdentifier) {
        return letters.size(processor, sequence(sequenceIdentifier));
    }

    @Override
    public long amountOfSequences() {
        return letters.sequences(processor);
    }

    /**
     * {@inheritDoc} What finishes a letter joins the caller's transaction, if there is one, so that it commits with what
     * the task wrote.
     *
     * @throws SequenceClaims.ClaimLost when another node took over meanwhile; the caller's transaction must roll back
     */
    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> processingTask) {
        var heads = letters.heads(processor, claims.timeoutSeconds());
        // The first will often do; a filter that wants another reads on in pages.
        for (int from = 0, to = 1; from < heads.size(); from = to, to += PAGE) {
            for (var head : letters.letters(processor, heads.subList(from, Math.min(heads.size(), to)))) {
                var claim = sequenceFilter.test(head) ? claims.take(processor, head.sequence()) : null;
                if (claim != null && claim.isPresent()) {
                    try {
                        if (isStillFirst(head)) {
                            return processAll(claim.get(), processingTask);
                        }
                    } finally {
                        claims.release(claim.get());
                    }
                }
            }
        }
        return false;
    }

    /** Between the look at the letter and the claim on its sequence another node may have finished it. */
    private boolean isStillFirst(LogLetter head) {
        return letters.first(processor, head.sequence()).stream()
                .anyMatch(first -> first.position() == head.position());
    }

    private boolean processAll(
            Claim claim, Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        var next = letters.first(processor, claim.sequence());
        while (next.isPresent()) {
            var letter = next.get().under(claim);
            var decision = task.apply(letter);
            if (decision.shouldEnqueue()) {
                requeue(
                        letter,
                        tried -> decision.withDiagnostics(tried)
                                .withCause(decision.enqueueCause().orElse(null)));
                return false;
            }
            evict(letter);
            next = letters.first(processor, claim.sequence());
        }
        return true;
    }

    /**
     * Gives up on one letter, so that those behind it can be processed.
     *
     * @return false when there is no such letter, or somebody is working on its sequence
     */
    public boolean discard(String sequence, long position) {
        return whileClaimed(sequence, () -> letters.delete(processor, sequence(sequence), position)) > 0;
    }

    /** Gives up on all letters of a sequence. Returns how many; 0 also when somebody is working on them. */
    public int discardAll(String sequence) {
        return whileClaimed(sequence, () -> letters.delete(processor, sequence(sequence)));
    }

    private int whileClaimed(String sequence, IntSupplier work) {
        var claim = claims.take(processor, sequence(sequence));
        if (claim.isEmpty()) {
            return 0;
        }
        try {
            return work.getAsInt();
        } finally {
            claims.release(claim.get());
        }
    }

    @Override
    public void clear() {
        letters.clear(processor);
    }

    private static String sequence(Object identifier) {
        return LetterTable.storable(identifier.toString());
    }

    /** The letters of a sequence, a page at a time. */
    private final class InPages implements Iterator<DeadLetter<? extends EventMessage<?>>> {
        private final String sequence;
        private final Deque<LogLetter> page = new ArrayDeque<>();
        private long position = -1;

        InPages(String sequence) {
            this.sequence = sequence;
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty()) {
                page.addAll(letters.letters(processor, sequence, position, PAGE));
            }
            return !page.isEmpty();
        }

        @Override
        public LogLetter next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var letter = page.remove();
            position = letter.position();
            return letter;
        }
    }
}
