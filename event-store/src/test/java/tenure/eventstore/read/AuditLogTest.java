package tenure.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;
import static tenure.eventstore.SomeEvents.NOON;
import static tenure.eventstore.SomeEvents.append;
import static tenure.eventstore.SomeEvents.event;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.eventstore.Appender;
import tenure.eventstore.NewEvent;
import tenure.eventstore.SharedLog;
import tenure.eventstore.TestDatabase;

/** Whoever looks into the log finds what is there, in steps of a bounded size. */
class AuditLogTest {

    private final TestDatabase database = SharedLog.emptied();
    private final Appender appender = new Appender(database.dataSource(), new LogSignal());
    private final AuditLog log = new AuditLog(database.jdbc());

    @AfterEach
    void stop() {
        appender.close();
    }

    @Test
    void readsTheHistoryOfACustomerOrUserNewestFirst() {
        appender.append(append(
                event("user/1", "joined", NOON, "P-1", "U-1"),
                event("user/2", "joined", NOON, "P-1", "U-2"),
                event("user/1", "left", NOON.plusSeconds(1), "P-1", "U-1"),
                event("user/1", "joined", NOON.plusSeconds(2), "P-2", "U-1")));
        var ofUser = LogFilter.ofUser("U-1");

        assertThat(found(LogFilter.ofCustomer("P-1"), Long.MAX_VALUE, 10)).containsExactly(3L, 2L, 1L);
        assertThat(found(ofUser, Long.MAX_VALUE, 10)).containsExactly(4L, 3L, 1L);
        assertThat(found(ofUser, 4, 1)).containsExactly(3L);
        assertThat(found(ofUser.until(NOON.plusSeconds(1)), Long.MAX_VALUE, 10)).containsExactly(1L);
        assertThat(found(ofUser.ofTypes(Set.of("left")), Long.MAX_VALUE, 10)).containsExactly(3L);
        assertThat(log.typesOf("P-1", 4)).containsExactly("joined", "left");
        assertThat(log.typesOf("P-1", 2)).containsExactly("joined");
        assertThat(log.typesOf("nobody", 4)).isEmpty();
    }

    @Test
    void findsByWhatStandsInAnEvent() {
        appender.append(append(
                event("ticket/Zebra", "opened", NOON, "P-1", null), event("ticket/T-2", "opened", NOON, "P-2", null)));

        assertThat(found(text("of TICKET/zeb"), Long.MAX_VALUE, 10)).containsExactly(1L);
        assertThat(found(text("%"), Long.MAX_VALUE, 10)).isEmpty();
        assertThat(found(LogFilter.ofCorrelation("P-2", "correlation"), Long.MAX_VALUE, 10))
                .containsExactly(2L);
        assertThat(found(LogFilter.ofCorrelation(null, "other"), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    void looksAtABoundedStretchAndGoesOnBehindIt() {
        var many = AuditLog.EVENTS_A_PAGE + 100;
        appender.append(append(event("rare/1", "rare", NOON, "P-1", null)));
        write(many, "common");
        var rare = LogFilter.ofCustomer("P-1").ofTypes(Set.of("rare"));

        var first = log.search(rare, Long.MAX_VALUE, 10);
        var second = log.search(rare, first.reached(), 10);

        assertThat(first).isEqualTo(new LogPage(List.of(), many + 2L - AuditLog.EVENTS_A_PAGE));
        assertThat(second.events()).extracting(RecordedEvent::position).containsExactly(1L);
        assertThat(second.reached()).isEqualTo(1);
    }

    @Test
    void tellsHowAnEventIsFiled() {
        appender.append(append(event("a", "began", NOON)));
        appender.append(append(event("a", "went-on", NOON), event("a", "ended", NOON)));

        var filed = log.filed(3).orElseThrow();

        assertThat(filed.metadata()).isEqualTo("{}");
        assertThat(List.of(filed.firstPosition(), filed.lastPosition())).containsExactly(2L, 3L);
        assertThat(filed.previousHash()).isEqualTo(log.filed(1).orElseThrow().hash());
        assertThat(filed.leaf()).isEqualTo(leafAt(3)).isNotEqualTo(leafAt(2));
        assertThat(log.filed(4)).isEmpty();
    }

    @Test
    void knowsWhatBelongsTogether() {
        write(3, "step");

        var second = log.search(LogFilter.ofCustomer("P-1"), 3, 1).events().getFirst();

        assertThat(log.related(second, 10).events())
                .extracting(RecordedEvent::position)
                .containsExactly(1L, 2L, 3L);
    }

    private List<Long> found(LogFilter filter, long before, int limit) {
        return log.search(filter, before, limit).events().stream()
                .map(RecordedEvent::position)
                .toList();
    }

    private static LogFilter text(String text) {
        return new LogFilter(null, null, Set.of(), null, null, text, null, null);
    }

    private void write(int events, String type) {
        var all = new ArrayList<>(IntStream.range(0, events)
                .mapToObj(n -> event("many/" + n, type, NOON, "P-1", null))
                .toList());
        for (int from = 0; from < events; from += 1_000) {
            appender.append(
                    append(all.subList(from, Math.min(events, from + 1_000)).toArray(NewEvent[]::new)));
        }
    }

    private String leafAt(long position) {
        return HexFormat.of()
                .formatHex(database.jdbc()
                        .sql("select leaf from eventstore.event where position = " + position)
                        .query((row, number) -> row.getBytes("leaf"))
                        .single());
    }
}
