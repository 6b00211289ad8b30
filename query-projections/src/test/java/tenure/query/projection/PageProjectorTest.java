package tenure.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.usage.event.UsageEvent;

class PageProjectorTest {

    private static final String POISONED = "P-2";

    private final ProjectedLog log = new ProjectedLog();

    @BeforeEach
    void aTableOfItsOwn() {
        log.jdbc().sql("create table query.seen (customer_id text, day date)").update();
        log.record(List.of(used("P-1", 1), used(POISONED, 1), used("P-3", 1), used(POISONED, 2), used("P-1", 2)));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void commitsRowsAndPositionTogether() {
        log.project(new Seen(event -> {}));

        assertThat(seen()).containsExactly("P-1 1", "P-1 2", "P-2 1", "P-2 2", "P-3 1");
        assertThat(log.table().position("seen")).isEqualTo(5);
        assertThat(log.table().parkedEvents("seen")).isZero();
    }

    @Test
    void parksTheCustomerOfAnEventThatFailsAndGoesOnWithAllOthers() {
        log.project(new Seen(event -> {
            if (event.customerId().equals(POISONED)) {
                throw new IllegalStateException("Indigestible");
            }
        }));

        assertThat(seen()).containsExactly("P-1 1", "P-1 2", "P-3 1");
        assertThat(log.table().position("seen")).isEqualTo(5);
        assertThat(log.table().parkedCustomers("seen")).containsExactly(POISONED);
        assertThat(log.table().parked("seen", 10))
                .extracting(parked -> parked.position() + " " + parked.error())
                .containsExactly(
                        "2 java.lang.IllegalStateException: Indigestible",
                        "4 Waits behind an earlier event of this customer.");
    }

    @Test
    void parksAnEventThatTheDatabaseRefusesWithoutTheRowsItHadWritten() {
        log.project(new Seen(event -> {
            if (event.customerId().equals(POISONED)) {
                log.jdbc()
                        .sql("insert into query.seen values ('half', '2022-01-01')")
                        .update();
                log.jdbc().sql("select 1 / 0").query((row, number) -> 0).single();
            }
        }));

        assertThat(seen()).containsExactly("P-1 1", "P-1 2", "P-3 1");
        assertThat(log.table().parkedEvents("seen")).isEqualTo(2);
    }

    @Test
    void keepsLaterEventsOfAParkedCustomerBehindTheFirst() {
        log.project(new Seen(event -> {
            if (event.customerId().equals(POISONED) && event.day().getDayOfMonth() == 1) {
                throw new IllegalStateException("Indigestible");
            }
        }));
        log.record(List.of(used(POISONED, 3), used("P-3", 3)));

        log.project(new Seen(event -> {}));

        assertThat(seen()).containsExactly("P-1 1", "P-1 2", "P-3 1", "P-3 3");
        assertThat(log.table().parkedEvents("seen")).isEqualTo(3);
    }

    @Test
    void skipsNothingAndRepeatsNothingWhenTwoNodesProjectAtOnce() throws Exception {
        for (int day = 3; day <= 28; day++) {
            log.record(List.of(used("P-1", day)));
        }
        try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var nodes = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(node -> pool.submit(() -> log.project(new Seen(event -> {}))))
                    .toList();
            for (var node : nodes) {
                node.get();
            }
        }

        assertThat(seen()).hasSize(31).doesNotHaveDuplicates();
    }

    private List<String> seen() {
        return log.jdbc()
                .sql(
                        "select customer_id || ' ' || extract(day from day) as seen from query.seen order by customer_id, day")
                .query((row, number) -> row.getString("seen"))
                .list();
    }

    private static UsageDayReported used(String customerId, int day) {
        return new UsageDayReported(
                customerId, LocalDate.of(2022, 1, day), 1, 1, Map.of(), null, Instant.parse("2022-01-01T00:00:00Z"));
    }

    /** Writes a row per event, after having done something to it that may fail. */
    private final class Seen implements Projection {
        private final Consumer<UsageDayReported> before;

        Seen(Consumer<UsageDayReported> before) {
            this.before = before;
        }

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
                before.accept(event);
                log.jdbc()
                        .sql("insert into query.seen values (?, ?)")
                        .params(List.of(event.customerId(), event.day()))
                        .update();
            }
        }
    }
}
