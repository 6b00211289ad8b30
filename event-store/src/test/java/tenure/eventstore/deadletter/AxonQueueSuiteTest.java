package tenure.eventstore.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueueTest;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Axon's own suite for such queues. Its letters are about events of the log, as ours keeps no others. */
class AxonQueueSuiteTest extends SequencedDeadLetterQueueTest<EventMessage<?>> {

    private static final int LIMIT = 64;
    private static final String PROCESSOR = "suite";

    private static ToldLog log;

    @BeforeAll
    static void open() {
        log = new ToldLog();
    }

    @AfterAll
    static void close() {
        log.close();
    }

    @AfterEach
    void clear() {
        log.letters().clear(PROCESSOR);
        GenericDeadLetter.clock = Clock.systemUTC();
    }

    @Override
    protected SequencedDeadLetterQueue<EventMessage<?>> buildTestSubject() {
        return new PostgresDeadLetterQueue(
                PROCESSOR,
                log.letters(),
                new SequenceClaims(log.jdbc, log.transactions, "suite", Duration.ofSeconds(30)),
                new PostgresDeadLetterQueue.Limits(LIMIT, LIMIT));
    }

    @Override
    protected long maxSequences() {
        return LIMIT;
    }

    @Override
    protected long maxSequenceSize() {
        return LIMIT;
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateInitialLetter() {
        return new GenericDeadLetter<>("suite", log.told("P-1"), generateThrowable());
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateFollowUpLetter() {
        return new GenericDeadLetter<>("suite", log.told("P-1"));
    }

    @Override
    protected DeadLetter<EventMessage<?>> mapToQueueImplementation(DeadLetter<EventMessage<?>> letter) {
        return new LogLetter(
                "suite",
                Long.MAX_VALUE,
                letter.message(),
                letter.cause().map(ThrowableCause.class::cast).orElse(null),
                letter.enqueuedAt(),
                letter.lastTouched(),
                MetaData.emptyInstance(),
                null);
    }

    @Override
    protected void setClock(Clock clock) {
        // The queue goes by the clock of the database, so that turning this one changes nothing.
        GenericDeadLetter.clock = clock;
    }

    @Override
    protected void assertLetter(
            DeadLetter<? extends EventMessage<?>> expected, DeadLetter<? extends EventMessage<?>> actual) {
        assertThat(actual.message().getIdentifier())
                .isEqualTo(expected.message().getIdentifier());
        assertThat((Object) actual.message().getPayload())
                .isEqualTo(expected.message().getPayload());
        assertThat(actual.message().getMetaData()).isEqualTo(expected.message().getMetaData());
        assertThat(actual.message().getTimestamp()).isEqualTo(expected.message().getTimestamp());
        assertThat(actual.cause()).isEqualTo(expected.cause());
        assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
        assertThat(actual.lastTouched()).isAfterOrEqualTo(actual.enqueuedAt());
    }
}
