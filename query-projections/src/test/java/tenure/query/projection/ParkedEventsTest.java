package tenure.query.projection;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.usage.event.UsageEvent;

/** Parked events that are tried again, or given up. */
class ParkedEventsTest {

    private static final String POISONED = "P-2";
    private static final int ENDLESS = 99;

    private final ProjectedLog log = new ProjectedLog();
    private final Set<Integer> indigestibleDays = ConcurrentHashMap.newKeySet();
    private final Seen seen = new Seen();

    @BeforeEach
    void parkFourDays() {
        log.jdbc()
                .sql("create table query.seen (nth bigint generated always as identity, customer_id text, day integer)")
                .update();
        log.jdbc().sql("create table query.noted (words text primary key)").update();
        indigestibleDays.add(1);
        log.record(List.of(used(POISONED, 1), used("P-1", 9), used(POISONED, 2), used(POISONED, 3), used(POISONED, 4)));
        log.project(seen);
        assertThat(log.table().parkedEvents("seen", POISONED)).isEqualTo(4);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void areTakenInInOrderOnceTheirCauseIsGone() {
        indigestibleDays.clear();

        assertThat(log.projector(seen).retry(POISONED)).isEqualTo(4);

        assertThat(days()).containsExactly(1, 2, 3, 4);
        assertThat(log.table().parkedEvents("seen")).isZero();
        log.record(List.of(used(POISONED, 5)));
        log.project(seen);
        assertThat(days()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void stayParkedFromTheOneThatFailsAgain() {
        indigestibleDays.clear();
        indigestibleDays.add(3);

        assertThat(log.projector(seen).retry(POISONED)).isEqualTo(2);

        assertThat(days()).containsExactly(1, 2);
        assertThat(log.table().parked("seen", 10))
                .extracting(parked -> parked.position() + " " + parked.error())
                .containsExactly(
                        "4 java.lang.IllegalStateException: Indigestible \uFFFD day 3",
                        "5 Waits behind an earlier event of this customer.");
        log.record(List.of(used(POISONED, 5)));
        log.project(seen);
        assertThat(days()).as("later events still wait").containsExactly(1, 2);
    }

    @Test
    void areAllThereWhenTheFirstFailsAgain() {
        assertThat(log.projector(seen).retry(POISONED)).isZero();

        assertThat(days()).isEmpty();
        assertThat(log.table().parkedEvents("seen", POISONED)).isEqualTo(4);
    }

    @Test
    void canGoOnWithoutTheOneThatIsGivenUp() {
        assertThat(log.projector(seen).discard(1)).isTrue();
        assertThat(log.projector(seen).discard(1)).isFalse();

        assertThat(log.projector(seen).retry(POISONED)).isEqualTo(3);
        assertThat(days()).containsExactly(2, 3, 4);
    }

    @Test
    void areNotMetByAnotherCustomersRetry() {
        indigestibleDays.clear();

        assertThat(log.projector(seen).retry("P-1")).isZero();
        assertThat(log.table().parkedEvents("seen", POISONED)).isEqualTo(4);
    }

    @Test
    void areNotTakenForAnOutageWhenTheirTextIsTooLongForAnIndex() {
        log.record(List.of(used("P-3", ENDLESS), used("P-4", 7)));

        log.project(seen);

        assertThat(log.table().position("seen")).isEqualTo(7);
        assertThat(log.table().parkedCustomers("seen")).containsExactly(POISONED, "P-3");
    }

    private List<Integer> days() {
        return log.jdbc()
                .sql("select day from query.seen where customer_id = ? order by nth")
                .param(POISONED)
                .query((row, number) -> row.getInt("day"))
                .list();
    }

    private static UsageDayReported used(String customerId, int day) {
        return new UsageDayReported(
                customerId, LocalDate.ofEpochDay(day), 1, 1, Map.of(), null, Instant.parse("2022-01-01T00:00:00Z"));
    }

    /** Writes a row per event and then fails on some. */
    private final class Seen implements Projection {
        @Override
        public String name() {
            return "seen";
        }

        @Override
        public Collection<Class<?>> events() {
            return List.of(UsageEvent.class);
        }

        @Override
        public Set<String> tables() {
            return Set.of("seen");
        }

        @Override
        public void apply(List<Happening> page) {
            for (var happening : page) {
                var event = (UsageDayReported) happening.event();
                var day = (int) event.day().toEpochDay();
                log.jdbc()
                        .sql("insert into query.seen (customer_id, day) values (?, ?)")
                        .params(event.customerId(), day)
                        .update();
                if (day == ENDLESS) {
                    var words = IntStream.range(0, 20_000)
                            .mapToObj(Integer::toHexString)
                            .collect(joining());
                    log.jdbc()
                            .sql("insert into query.noted values (?)")
                            .param(words)
                            .update();
                }
                if (indigestibleDays.contains(day)) {
                    throw new IllegalStateException("Indigestible \0 day " + day);
                }
            }
        }
    }
}
