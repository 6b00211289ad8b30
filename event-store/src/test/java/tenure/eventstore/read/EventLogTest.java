package tenure.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;
import static tenure.eventstore.SomeEvents.NOON;
import static tenure.eventstore.SomeEvents.append;
import static tenure.eventstore.SomeEvents.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.eventstore.Appender;
import tenure.eventstore.SharedLog;
import tenure.eventstore.TestDatabase;

/** Whatever a reader asks for, it gets exactly that part of the log. */
class EventLogTest {

    private final TestDatabase database = SharedLog.emptied();
    private final LogSignal signal = new LogSignal();
    private final Appender appender = new Appender(database.dataSource(), signal);
    private final EventLog log = new EventLog(database.jdbc(), signal);

    @AfterEach
    void stop() {
        appender.close();
    }

    @Test
    void readsTheTypesThatAreWantedPageByPage() {
        recordSales(20);

        var positions = new ArrayList<Long>();
        long reached = 0;
        while (reached < log.head()) {
            var page = log.page(reached, log.head(), List.of("sold"), 3, Detail.ALL);
            assertThat(page.events()).hasSizeLessThanOrEqualTo(3);
            positions.addAll(positions(page.events()));
            reached = page.reached();
        }

        assertThat(positions)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20)
                        .filter(position -> position % 2 == 0)
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    @Test
    void goesOnBehindAStretchInWhichNothingIsWanted() {
        recordSales(20);

        assertThat(log.page(0, 8, List.of("never-recorded"), 3, Detail.ALL)).isEqualTo(new LogPage(List.of(), 8));
        assertThat(log.pageBack(8, 20, List.of("never-recorded"), 3, Detail.ALL))
                .isEqualTo(new LogPage(List.of(), 9));
    }

    @Test
    void readsBackwardPageByPage() {
        recordSales(20);

        var first = log.pageBack(0, 20, List.of("sold", "seen"), 3, Detail.ALL);
        var second = log.pageBack(0, first.reached() - 1, List.of("sold", "seen"), 3, Detail.ALL);

        assertThat(positions(first.events())).containsExactly(20L, 19L, 18L);
        assertThat(positions(second.events())).containsExactly(17L, 16L, 15L);
    }

    @Test
    void leavesInTheDatabaseWhatNobodyAskedFor() {
        recordSales(1);

        var whole = log.page(0, 1, List.of("seen"), 1, Detail.ALL).events().getFirst();
        var bare = log.page(0, 1, List.of("seen"), 1, Set.of()).events().getFirst();

        assertThat(List.of(whole.stream(), whole.actor(), new String(whole.payload())))
                .containsExactly("license/1", "actor", "{\"text\":\"of license/1\"}");
        assertThat(bare.stream()).isEmpty();
        assertThat(bare.actor()).isNull();
        assertThat(bare.payload()).isEmpty();
        assertThat(bare.eventId()).isEqualTo(whole.eventId());
        assertThat(bare.occurredAt()).isEqualTo(whole.occurredAt());
    }

    @Test
    void readsTheEventsOfOneCustomerInTheirOrder() {
        appender.append(append(
                event("a", "began", NOON, "P-1", null),
                event("b", "began", NOON, "P-2", null),
                event("a", "ended", NOON, "P-1", null)));

        assertThat(positions(log.customerEvents("P-1", 0, 3, 10, Detail.ALL))).containsExactly(1L, 3L);
        assertThat(positions(log.customerEvents("P-1", 1, 3, 10, Set.of()))).containsExactly(3L);
        assertThat(positions(log.customerEvents("P-1", 0, 2, 10, Set.of()))).containsExactly(1L);
    }

    @Test
    void knowsHowFarTheLogReachedAtAMoment() {
        recordSales(3);
        var recorded = log.between(1, 3).stream().map(RecordedEvent::recordedAt).toList();

        assertThat(log.positionAt(recorded.getFirst().minusMillis(1))).isZero();
        assertThat(log.positionAt(recorded.getFirst())).isEqualTo(1);
        assertThat(log.positionAt(recorded.get(1))).isEqualTo(2);
        assertThat(log.positionAt(recorded.get(2).plus(Duration.ofDays(1)))).isEqualTo(3);
    }

    /** One batch each; every second event is a sale. */
    private void recordSales(int events) {
        for (int i = 1; i <= events; i++) {
            appender.append(append(event("license/" + i, i % 2 == 0 ? "sold" : "seen", NOON.plusSeconds(i))));
        }
    }

    private static List<Long> positions(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::position).toList();
    }
}
