package tenure.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tenure.domain.usage.event.UsageDayReported;
import tenure.eventstore.deadletter.PostgresDeadLetterQueue;

/** An event that its handler cannot digest stops its customer in that processor, and nobody and nothing else. */
class PoisonedCustomersTest extends ProcessorHarness {

    private static final int CUSTOMERS = 20;
    private static final int MORE_THAN_AXON_HOLDS = 1_100;
    private static final String POISONED = "P-7";

    private final AtomicBoolean healed = new AtomicBoolean();

    @ParameterizedTest
    @EnumSource
    void stopTheirOwnEventsOnly(Poison poison) {
        Poison.prepare(jdbc);
        start(handledBy(new Recorder(jdbc, unlessHealed(POISONED, event -> poison.take(event, jdbc)))));
        report(days(0, 3).stream()
                .flatMap(day -> IntStream.range(0, CUSTOMERS).mapToObj(no -> usage("P-" + no, day, "log\0ins"))));

        awaitSeen(3 * CUSTOMERS - 2);
        awaitLetters(2);

        assertThat(seen(POISONED)).as("what came before the poison").isEqualTo(days(0, 1));
        for (int no = 0; no < CUSTOMERS; no++) {
            if (!POISONED.equals("P-" + no)) {
                assertThat(seen("P-" + no)).isEqualTo(days(0, 3));
            }
        }
        assertThat(letters().deadLetterSequence(POISONED))
                .extracting(letter -> ((UsageDayReported) letter.message().getPayload()).day())
                .isEqualTo(days(1, 3));
        assertThat(letters().deadLetterSequence(POISONED))
                .extracting(letter -> letter.cause().map(Cause::type).isPresent())
                .containsExactly(true, false);

        assertThat(retry()).as("still poisoned").isFalse();
        assertThat(seen(POISONED)).as("a retry that fails leaves nothing").isEqualTo(days(0, 1));
        healed.set(true);
        assertThat(retry()).isTrue();

        assertThat(seen(POISONED)).isEqualTo(days(0, 3));
        assertThat(letters().size()).isZero();
        report(POISONED, 3, 4);
        awaitSeen(3 * CUSTOMERS + 1);
    }

    @Test
    void mayBeMoreThanAxonsOwnQueueHolds() {
        start(handledBy(new Recorder(jdbc, unlessHealed(null, event -> {
            if (!event.customerId().equals("healthy")) {
                throw new IllegalStateException("Indigestible");
            }
        }))));
        report(Stream.concat(
                IntStream.range(0, MORE_THAN_AXON_HOLDS).mapToObj(no -> usage("P-" + no, FIRST_DAY, "logins")),
                Stream.of(usage("healthy", FIRST_DAY, "logins"))));

        awaitSeen(1);
        awaitLetters(MORE_THAN_AXON_HOLDS);
        assertThat(letters().amountOfSequences()).isEqualTo(MORE_THAN_AXON_HOLDS);

        healed.set(true);
        for (int no = 0; no < MORE_THAN_AXON_HOLDS; no++) {
            assertThat(retry()).isTrue();
        }
        assertThat(letters().size()).isZero();
        assertThat(count("select count(distinct customer) from seen")).isEqualTo(MORE_THAN_AXON_HOLDS + 1);
    }

    @Test
    void mayHaveMoreEventsThanAxonsOwnQueueHolds() {
        start(handledBy(new Recorder(jdbc, unlessHealed(POISONED, event -> {
            throw new IllegalStateException("Indigestible");
        }))));
        report(POISONED, 1, 1 + MORE_THAN_AXON_HOLDS);
        report("healthy", 0, 1);

        awaitSeen(1);
        awaitLetters(MORE_THAN_AXON_HOLDS);

        healed.set(true);
        assertThat(retry()).isTrue();
        assertThat(seen(POISONED)).isEqualTo(days(1, 1 + MORE_THAN_AXON_HOLDS));
        assertThat(letters().size()).isZero();
    }

    @Test
    void areHandledByAllHandlersOfTheProcessorOrNone() {
        start(
                recorder(),
                configurer -> configurer
                        .eventProcessing()
                        .registerEventHandler(configuration -> new Second(unlessHealed(POISONED, event -> {
                            throw new IllegalStateException("Indigestible");
                        }))));
        report(POISONED, 1, 2);

        awaitLetters(1);
        assertThat(seen(POISONED)).isEmpty();

        healed.set(true);
        assertThat(retry()).isTrue();
        assertThat(seen(POISONED)).isEqualTo(days(1, 2));
    }

    @Test
    void goOnWhenTheirPoisonIsDiscarded() {
        start(handledBy(new Recorder(jdbc, event -> {
            if (event.day().equals(FIRST_DAY)) {
                throw new IllegalStateException("Indigestible");
            }
        })));
        report(POISONED, 0, 3);
        awaitLetters(3);

        assertThat(letters().discard(POISONED, 1)).isTrue();
        assertThat(letters().discard(POISONED, 1)).isFalse();
        assertThat(retry()).isTrue();

        assertThat(seen(POISONED)).isEqualTo(days(1, 3));
    }

    @ProcessingGroup("recorder")
    record Second(Consumer<UsageDayReported> trouble) {
        @EventHandler
        void on(UsageDayReported event) {
            trouble.accept(event);
        }
    }

    /** Trouble with the events of one customer, or all, after the first day. */
    private Consumer<UsageDayReported> unlessHealed(String customer, Consumer<UsageDayReported> trouble) {
        return event -> {
            var meant = customer == null
                    || (event.customerId().equals(customer) && !event.day().equals(FIRST_DAY));
            if (meant && !healed.get()) {
                trouble.accept(event);
            }
        };
    }

    private void awaitLetters(int letters) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(letters().size()).isEqualTo(letters));
    }

    private PostgresDeadLetterQueue letters() {
        return context.getBean(DeadLetters.class).queue("recorder");
    }

    private boolean retry() {
        SequencedDeadLetterProcessor<EventMessage<?>> processor = context.getBean(Configuration.class)
                .eventProcessingConfiguration()
                .sequencedDeadLetterProcessor("recorder")
                .orElseThrow();
        return processor.processAny();
    }
}
