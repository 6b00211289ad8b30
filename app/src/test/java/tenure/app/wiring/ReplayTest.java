package tenure.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Resetting a processor and replaying the log with it, on the tokens that Jackson wrote and reads. */
class ReplayTest extends ProcessorHarness {

    private static final int CUSTOMERS = 12;

    @Test
    void beginsWithTheFirstEventAndTellsTheHandler() {
        start(recorder());
        report("P-1", 0, 4);
        awaitSeen(4);

        processor().shutDown();
        processor().resetTokens();
        processor().start();
        awaitSeen(8);
        report("P-1", 4, 5);
        awaitSeen(9);

        assertThat(seen("P-1").subList(4, 9)).isEqualTo(days(0, 5));
        assertThat(replayed("P-1")).containsExactly(false, false, false, false, true, true, true, true, false);
    }

    @Test
    void mayBeginAtATime() {
        start(recorder());
        report("P-1", 0, 3);
        awaitSeen(3);
        report("P-1", 3, 5);
        awaitSeen(5);

        processor().shutDown();
        processor().resetTokens(source -> source.createTokenAt(noonOf(FIRST_DAY.plusDays(3))));
        processor().start();

        awaitSeen(7);
        assertThat(seen("P-1").subList(5, 7)).isEqualTo(days(3, 5));
        assertThat(replayed("P-1").subList(5, 7)).containsExactly(true, true);
    }

    @Test
    void goesOnAfterARestartInTheMiddleOfIt() {
        var stuck = new AtomicBoolean();
        start(handledBy(new Recorder(jdbc, event -> {
            if (stuck.get() && event.day().isAfter(FIRST_DAY.plusDays(400))) {
                throw new IllegalStateException(new SQLTransientConnectionException("Away"));
            }
        })));
        report("P-1", 0, 600);
        awaitSeen(600);

        processor().shutDown();
        processor().resetTokens();
        stuck.set(true);
        processor().start();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(count("select count(*) from seen where replay"))
                        .isBetween(1, 599));
        context.close();
        assertThat(count("select count(*) from eventstore.token where token_type like '%.ReplayToken'"))
                .isPositive();

        start(recorder());
        awaitSeen(1_200);
        report("P-1", 600, 601);
        awaitSeen(1_201);

        assertThat(seen("P-1").subList(600, 1_201)).isEqualTo(days(0, 601));
        assertThat(count("select count(*) from seen where replay")).isEqualTo(600);
    }

    @Test
    void losesAndRepeatsNothingWhileASegmentIsSplit() {
        replayForAll();
        await().until(() -> processor().splitSegment(0).get());
        reportForAll(40, 50);

        awaitSeen((40 + 50) * CUSTOMERS);
        assertThat(segments()).isEqualTo(17);
        for (int no = 0; no < CUSTOMERS; no++) {
            assertThat(seen("P-" + no).subList(40, 90)).isEqualTo(days(0, 50));
        }
    }

    /** Axon goes on from the slower of two merged halves and hands the faster one's events over again. */
    @Test
    void losesNothingAndKeepsTheOrderWhileSegmentsAreMerged() {
        replayForAll();
        await().until(() -> processor().mergeSegment(1).get());
        reportForAll(40, 50);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (int no = 0; no < CUSTOMERS; no++) {
                assertThat(seen("P-" + no).stream().skip(40).distinct()).containsExactlyElementsOf(days(0, 50));
            }
        });
        assertThat(segments()).isEqualTo(15);
    }

    private void replayForAll() {
        start(recorder());
        reportForAll(0, 40);
        awaitSeen(40 * CUSTOMERS);
        processor().shutDown();
        processor().resetTokens();
        processor().start();
    }

    private void reportForAll(int from, int to) {
        report(days(from, to).stream()
                .flatMap(day -> IntStream.range(0, CUSTOMERS).mapToObj(no -> usage("P-" + no, day, "logins"))));
    }

    private int segments() {
        return count("select count(*) from eventstore.token");
    }

    private List<Boolean> replayed(String customer) {
        return jdbc.sql("select replay from seen where customer = ? order by nth")
                .param(customer)
                .query(Boolean.class)
                .list();
    }
}
