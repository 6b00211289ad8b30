package tenure.query.dataquality;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenure.eventstore.drill.Drill;
import tenure.query.dataquality.DataQuality.Contradiction;
import tenure.query.life.ProjectedLives;
import tenure.query.lifecycle.Lifecycles;
import tenure.query.lifecycle.Told;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.Standpoint;

/** The view of contradictions and a plain reading say the same of random lives, from wherever one looks. */
class DataQualityAgreesTest {

    private static final int STANDPOINTS = 8;
    private static final int PAGE = 97;

    private static final Drill DRILL = new Drill("views");
    private static final SplittableRandom RANDOM = DRILL.random(17);
    private static ProjectedLog log;
    private static List<Told> told;
    private static Map<Long, Instant> recorded;
    private static DataQualityReader reader;

    @BeforeAll
    static void project() {
        told = new Lifecycles(RANDOM.split()).of(DRILL.amount("lifecycles", 30));
        log = new ProjectedLog();
        log.recordMany(told);
        log.project(ProjectedLives.projection(log), () -> 1 + RANDOM.nextInt(512));
        reader = new DataQualityReader(ProjectedLives.views(log));
        recorded = new HashMap<>();
        log.jdbc().sql("select position, recorded_at from eventstore.event").query(row -> {
            recorded.put(
                    row.getLong("position"), row.getTimestamp("recorded_at").toInstant());
        });
    }

    @AfterAll
    static void close() {
        log.close();
    }

    @Test
    void onEveryEventAndEveryCount() {
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = standpoint();
            var plain = naive(at, false);

            assertThat(lines(listed(at))).as("from %s", at).isEqualTo(plain);
            var counts = plain.stream().collect(groupingBy(line -> line.substring(0, line.indexOf(' ')), counting()));
            assertThat(reader.kinds(at, null))
                    .allSatisfy(kind -> assertThat(kind.events()).isEqualTo(counts.getOrDefault(kind.kind(), 0L)));
        }
    }

    @Test
    void onWhatIsListedOfOneCustomer() {
        var at = new Standpoint(new AsOf(LocalDate.of(2199, 1, 1)), told.size());
        var all = listed(at);
        all.stream().map(Contradiction::customerId).distinct().limit(5).forEach(customer -> {
            if (customer != null) {
                assertThat(reader.find(at, null, customer, 0, 10_000))
                        .isEqualTo(all.stream()
                                .filter(one -> customer.equals(one.customerId()))
                                .toList());
            }
        });
    }

    @Test
    void wouldBeTold() {
        var at = new Standpoint(new AsOf(LocalDate.of(2199, 1, 1)), told.size());
        assertThat(lines(listed(at)))
                .as("a control that believes what was taken back")
                .isNotEqualTo(naive(at, true));
    }

    private static Standpoint standpoint() {
        var day = told.stream()
                .skip(RANDOM.nextInt(told.size()))
                .findFirst()
                .map(one -> one.event())
                .map(DataQualityAgreesTest::day)
                .orElseThrow();
        return new Standpoint(new AsOf(day), RANDOM.nextInt(told.size() + 1));
    }

    private static LocalDate day(Record event) {
        try {
            return LocalDate.parse(event.getClass()
                    .getMethod("occurredAt")
                    .invoke(event)
                    .toString()
                    .substring(0, 10));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> naive(Standpoint at, boolean believesRetracted) {
        return new NaiveQuality(told, recorded, at.position(), believesRetracted)
                .until(at.asOf().day());
    }

    /** Page by page. */
    private static List<Contradiction> listed(Standpoint at) {
        var all = new ArrayList<Contradiction>();
        List<Contradiction> page;
        do {
            page = reader.find(at, null, null, all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private static Set<String> lines(List<Contradiction> found) {
        var lines = new TreeSet<String>();
        for (var one : found) {
            assertThat(one.positions()).hasSize((int) one.events());
            for (var position : one.positions()) {
                lines.add("%s %s %s %s %d"
                        .formatted(
                                one.kind(),
                                one.customerId(),
                                one.subject() == null ? "" : one.subject(),
                                one.day(),
                                position));
            }
        }
        return lines;
    }
}
