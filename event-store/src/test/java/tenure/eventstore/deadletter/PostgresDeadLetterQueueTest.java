package tenure.eventstore.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.eventstore.deadletter.SequenceClaims.ClaimLost;

class PostgresDeadLetterQueueTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String CUSTOMER = "P-1";

    private final ToldLog log = new ToldLog();
    private final PostgresDeadLetterQueue anna = log.queue("reminders", "anna", HOUR);
    private final PostgresDeadLetterQueue ben = log.queue("reminders", "ben", HOUR);
    private final TransactionTemplate transaction = new TransactionTemplate(log.transactions);

    @AfterEach
    void close() {
        GenericDeadLetter.clock = Clock.systemUTC();
        log.close();
    }

    @Test
    void letsOneNodeWorkOnASequence() {
        park(log.told(CUSTOMER), "first");

        anna.process(letter -> {
            assertThat(ben.process(same -> Decisions.evict())).isFalse();
            assertThat(ben.discardAll(CUSTOMER)).isZero();
            return Decisions.evict();
        });

        assertThat(anna.size()).isZero();
        assertThat(claims()).isZero();
    }

    @Test
    void takesBackWhatAPausedNodeDidAfterAnotherTookOver() {
        log.jdbc.sql("create table sent (words text)").update();
        park(log.told(CUSTOMER), "first");

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> anna.process(letter -> {
                    send("anna");
                    anHourPasses();
                    elsewhere(() -> ben.process(same -> {
                        send("ben");
                        return Decisions.evict();
                    }));
                    return Decisions.evict();
                })))
                .isInstanceOf(ClaimLost.class);

        assertThat(log.jdbc.sql("select words from sent").query(String.class).list())
                .containsExactly("ben");
        assertThat(anna.size()).isZero();
    }

    @Test
    void keepsAPausedNodeFromFinishingALetterThatAnotherTriedAgain() {
        park(log.told(CUSTOMER), "first");

        assertThatThrownBy(() -> anna.process(letter -> {
                    anHourPasses();
                    ben.process(same -> Decisions.requeue(new IllegalStateException("ben's")));
                    return Decisions.evict();
                }))
                .isInstanceOf(ClaimLost.class);

        assertThat(causes(CUSTOMER)).containsExactly("ben's");
        assertThat(claims()).as("neither holds it any longer").isZero();
    }

    @Test
    void wouldLoseThatLetterWithoutTheClaim() {
        park(log.told(CUSTOMER), "first");
        DeadLetter<? extends EventMessage<?>> unclaimed =
                anna.deadLetterSequence(CUSTOMER).iterator().next();

        ben.process(letter -> {
            anna.evict(unclaimed);
            assertThat(ben.contains(CUSTOMER)).isFalse();
            return Decisions.evict();
        });
    }

    @Test
    void goesByTheClockOfTheDatabase() {
        GenericDeadLetter.clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(3_650));
        park(log.told(CUSTOMER), "first");

        var letter = anna.deadLetterSequence(CUSTOMER).iterator().next();
        var now = log.jdbc
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(letter.enqueuedAt()).isCloseTo(now, within(1, ChronoUnit.MINUTES));
        anna.process(claimed -> {
            assertThat(ben.process(same -> Decisions.evict()))
                    .as("ten years ahead, and still Anna's")
                    .isFalse();
            return Decisions.requeue(new IllegalStateException("again"));
        });
        assertThat(anna.deadLetterSequence(CUSTOMER).iterator().next().lastTouched())
                .isBetween(letter.lastTouched(), Instant.now().plus(HOUR));
    }

    @Test
    void givesTheSequenceBackWhenTheWorkIsRolledBack() {
        park(log.told(CUSTOMER), "first");

        transaction.executeWithoutResult(status -> {
            anna.process(letter -> Decisions.evict());
            status.setRollbackOnly();
        });

        assertThat(claims()).isZero();
        assertThat(ben.process(letter -> Decisions.evict())).isTrue();
    }

    @Test
    void keepsTheOrderOfTheLogWhenAReplayMeetsOldLetters() {
        var events = List.of(log.told(CUSTOMER), log.told(CUSTOMER), log.told(CUSTOMER));
        park(events.get(1), "from before the reset");

        for (var event : events) {
            var replayed = event.withTrackingToken(
                    ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(3), event.trackingToken()));
            anna.enqueueIfPresent(CUSTOMER, () -> new GenericDeadLetter<>(CUSTOMER, replayed));
        }

        assertThat(anna.deadLetterSequence(CUSTOMER))
                .extracting(letter -> letter.message().getIdentifier())
                .isEqualTo(events.stream().map(EventMessage::getIdentifier).toList());
        assertThat(anna.deadLetterSequence(CUSTOMER)).allMatch(letter -> ReplayToken.isReplay(letter.message()));
        assertThat(causes(CUSTOMER)).containsExactly("none", "from before the reset", "none");
    }

    @Test
    void keepsWhatTheDatabaseCannotHold() {
        var event = log.told(CUSTOMER);
        anna.enqueue("P\0\uD800", new GenericDeadLetter<>(CUSTOMER, event, new IllegalStateException("a\0b\uDC00")));

        assertThat(anna.contains("P\0\uD800")).isTrue();
        assertThat(causes("P\0\uD800")).containsExactly("a\uFFFDb?");
    }

    @Test
    void refusesWhatIsNotInTheLog() {
        assertThatThrownBy(() -> anna.enqueue(
                        CUSTOMER, new GenericDeadLetter<>(CUSTOMER, GenericEventMessage.asEventMessage("rumour"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void discardsALetterOrAll() {
        var events = List.of(log.told(CUSTOMER), log.told(CUSTOMER), log.told(CUSTOMER));
        events.forEach(event -> park(event, "bad"));

        assertThat(anna.discard(CUSTOMER, 1)).isTrue();
        assertThat(anna.discard(CUSTOMER, 1)).isFalse();
        assertThat(anna.discardAll(CUSTOMER)).isEqualTo(2);
        assertThat(anna.contains(CUSTOMER)).isFalse();
    }

    private void park(TrackedEventMessage<?> event, String cause) {
        anna.enqueue(CUSTOMER, new GenericDeadLetter<>(CUSTOMER, event, new IllegalStateException(cause)));
    }

    private void send(String words) {
        log.jdbc.sql("insert into sent values (?)").param(words).update();
    }

    private void anHourPasses() {
        elsewhere(() -> log.jdbc
                .sql("update eventstore.dead_letter_claim set claimed_at = claimed_at - interval '61 minutes'")
                .update());
    }

    /** On another thread, and so outside of this one's transaction. */
    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    private int claims() {
        return log.jdbc
                .sql("select count(*) from eventstore.dead_letter_claim")
                .query(Integer.class)
                .single();
    }

    private List<String> causes(String sequence) {
        return StreamSupport.stream(anna.deadLetterSequence(sequence).spliterator(), false)
                .map(letter -> letter.cause().map(Cause::message).orElse("none"))
                .toList();
    }
}
