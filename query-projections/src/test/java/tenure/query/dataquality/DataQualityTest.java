package tenure.query.dataquality;

import static org.assertj.core.api.Assertions.assertThat;
import static tenure.query.dataquality.QualityExamples.at;
import static tenure.query.dataquality.QualityExamples.cancelled;
import static tenure.query.dataquality.QualityExamples.changed;
import static tenure.query.dataquality.QualityExamples.churned;
import static tenure.query.dataquality.QualityExamples.closed;
import static tenure.query.dataquality.QualityExamples.completed;
import static tenure.query.dataquality.QualityExamples.escalated;
import static tenure.query.dataquality.QualityExamples.invited;
import static tenure.query.dataquality.QualityExamples.logOn;
import static tenure.query.dataquality.QualityExamples.opened;
import static tenure.query.dataquality.QualityExamples.rated;
import static tenure.query.dataquality.QualityExamples.registered;
import static tenure.query.dataquality.QualityExamples.reopened;
import static tenure.query.dataquality.QualityExamples.sold;
import static tenure.query.dataquality.QualityExamples.used;
import static tenure.query.dataquality.QualityExamples.wonBack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.usage.event.UsageDayReported;
import tenure.query.dataquality.DataQuality.Contradiction;
import tenure.query.life.LivesProjection;
import tenure.query.life.ProjectedLives;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.Standpoint;

/** Contradictions of lives that lie in a real database. */
class DataQualityTest {

    private final ProjectedLog log = new ProjectedLog();
    private final LivesProjection projection = ProjectedLives.projection(log);
    private final DataQualityReader reader = new DataQualityReader(ProjectedLives.views(log));

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void findsUsageOutsideTheLifeOfACustomerWhateverCameFirst() {
        given(used("2023-12-31"), used("2024-01-15"), used("2024-02-15"), used("2024-04-10"), used("2024-05-10"));
        given(sold("2024-02-01", "2024-07-01"), registered("2024-01-10"), cancelled("2024-05-01"));
        given(churned("2024-04-01"), wonBack("2024-05-01"));

        assertThat(found("2024-12-31"))
                .containsExactly(
                        "recorded-late 2023-12-31 [1]",
                        "recorded-late 2024-01-15 [2]",
                        "recorded-late 2024-02-15 [3]",
                        "recorded-late 2024-04-10 [4]",
                        "recorded-late 2024-05-10 [5]",
                        "usage-after-churn 2024-04-10 [4]",
                        "usage-before-first-term 2023-12-31 [1]",
                        "usage-before-first-term 2024-01-15 [2]",
                        "usage-before-registration 2023-12-31 [1]",
                        "usage-outside-terms 2024-05-10 [5]");
    }

    @Test
    void findsNothingInALifeWithoutContradictions() {
        var today = LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
        given(registered("2024-01-10"), sold("2024-01-10", "2190-01-01"), invited("anna"), used(today));
        given(logOn("anna", "P-1", at(today)), opened("T-1", "open", today + "T01:00:00Z"));
        given(closed("T-1", today + "T02:00:00Z"), rated("T-1", today + "T02:00:00Z"));

        assertThat(found("2199-01-01")).isEmpty();
        assertThat(reader.kinds(on("2199-01-01"), null))
                .hasSize(ContradictionKind.values().length)
                .allSatisfy(kind -> assertThat(kind.events()).isZero());
    }

    @Test
    void findsUsageThatNobodyCanPlace() {
        given(registered("2024-01-10"), sold("2024-01-10", "2190-01-01"), invited("anna"));
        var now = Instant.now();
        given(logOn("anna", "P-1", now), logOn("ben", "P-1", now), logOn("cleo", null, now));
        given(new UsageDayReported("P-9", LocalDate.ofInstant(now, ZoneOffset.UTC), null, 1, Map.of(), null, now));

        assertThat(kinds("2199-01-01"))
                .isEqualTo(Map.of(
                        "usage-of-unknown-user", 2L,
                        "usage-without-customer", 1L,
                        "usage-of-unregistered-customer", 1L,
                        "usage-without-license", 1L));
    }

    @Test
    void findsTicketsThatBreakTheirOwnOrder() {
        given(registered("2024-01-10"));
        given(opened("T-1", "resolved", "2024-01-09T10:00:00Z"));
        given(closed("T-2", "2024-02-02T10:00:00Z"), opened("T-2", "open", "2024-02-01T10:00:00Z"));
        given(changed("T-2", "2024-02-03T10:00:00Z"), reopened("T-2", "2024-02-04T10:00:00Z"));
        given(changed("T-2", "2024-02-05T10:00:00Z"), escalated("T-3", "2024-02-05T10:00:00Z"));

        assertThat(found("2024-12-31").stream().filter(found -> found.startsWith("ticket")))
                .containsExactly(
                        "ticket-before-registration T-1 2024-01-09 [2]",
                        "ticket-begins-closed T-1 2024-01-09 [2]",
                        "ticket-changed-after-closing T-2 2024-02-03 [5]",
                        "ticket-never-opened T-3 2024-02-05 [8]");
    }

    @Test
    void findsTrainingThatWasNeverAssigned() {
        given(completed("anna", "basics"), completed("ben", "basics"));
        given(new TrainingAssigned("anna", "P-1", "basics", null, at("2024-03-01")));

        assertThat(found("2024-12-31").stream().filter(found -> found.startsWith("training")))
                .containsExactly("training-without-assignment ben basics 2024-02-01 [2]");
    }

    @Test
    void findsWhatIsDatedAfterItsRecording() {
        var before = LocalDate.now(ZoneOffset.UTC);
        given(registered("2024-01-10"), sold("2024-01-10", "2190-01-01"), used("2150-01-01"));
        var after = LocalDate.now(ZoneOffset.UTC);

        var found = reader.find(on(after.toString()), null, null, 0, 10);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().kind()).isEqualTo("dated-in-the-future");
        assertThat(found.getFirst().day()).as("the day of recording").isBetween(before, after);
        assertThat(found.getFirst().positions()).containsExactly(3L);
        assertThat(found(before.minusDays(1).toString())).isEmpty();
    }

    @Test
    void countsEventsAndCustomersOfEachKindAndOfOneCustomer() {
        given(registered("2024-01-10"), used("2024-01-05"), used("2024-01-05"), used("2024-01-06"));

        var kind = reader.kinds(on("2024-12-31"), "P-1").getFirst();
        assertThat(kind.kind()).isEqualTo("usage-before-registration");
        assertThat(kind.events()).isEqualTo(3);
        assertThat(kind.customers()).isEqualTo(1);
        assertThat(reader.kinds(on("2024-01-05"), null).getFirst().events()).isEqualTo(2);
        assertThat(reader.kinds(on("2024-12-31"), "P-2").getFirst().events()).isZero();
        assertThat(reader.find(on("2024-12-31"), ContradictionKind.USAGE_BEFORE_REGISTRATION, "P-1", 1, 1))
                .extracting(Contradiction::day)
                .containsExactly(LocalDate.of(2024, 1, 6));
    }

    @Test
    void keepsThePositionsOfTheFirstHundredEventsOfADay() {
        var events = new ArrayList<Record>();
        for (int index = 0; index < 130; index++) {
            events.add(logOn("anna", "P-1", at("2024-02-01")));
        }
        given(events.subList(0, 70).toArray(Record[]::new));
        given(events.subList(70, 130).toArray(Record[]::new));

        var found = reader.find(on("2024-12-31"), ContradictionKind.USAGE_OF_UNKNOWN_USER, null, 0, 10)
                .getFirst();
        assertThat(found.events()).isEqualTo(130);
        assertThat(found.positions()).hasSize(100).startsWith(1L).endsWith(100L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leavesTheSameRowsWhateverThePages(long seed) {
        var life = new ArrayList<>(List.<Record>of(
                used("2023-12-31"),
                registered("2024-01-10"),
                sold("2024-02-01", "2024-07-01"),
                used("2024-01-15"),
                used("2024-01-15"),
                churned("2024-04-01"),
                wonBack("2024-05-01"),
                cancelled("2024-06-01"),
                invited("anna"),
                logOn("anna", "P-1", at("2024-02-01")),
                logOn("ben", null, at("2024-02-01")),
                opened("T-1", "open", "2024-02-01T10:00:00Z"),
                closed("T-1", "2024-02-02T10:00:00Z"),
                changed("T-1", "2024-02-03T10:00:00Z"),
                completed("ben", "basics")));
        Collections.shuffle(life, new Random(seed));
        given(life.toArray(Record[]::new));
        var atOnce = reader.find(on("2199-01-01"), null, null, 0, 500);

        try (var other = new ProjectedLog()) {
            var oneByOne = ProjectedLives.projection(other);
            var followed = new DataQualityReader(ProjectedLives.views(other));
            for (var event : life) {
                other.record(List.of(event));
                other.project(oneByOne);
                followed.find(on("2199-01-01"), null, null, 0, 500);
            }
            assertThat(followed.find(on("2199-01-01"), null, null, 0, 500)).isEqualTo(atOnce);
            other.record(List.of(used("2023-12-31")));
            other.project(oneByOne);
            assertThat(followed.find(on("2199-01-01"), null, null, 0, 500))
                    .as("the control: one event more shows")
                    .isNotEqualTo(atOnce);
        }
    }

    private void given(Record... events) {
        log.record(List.of(events));
        log.project(projection);
    }

    private List<String> found(String asOf) {
        return reader.find(on(asOf), null, null, 0, 500).stream()
                .map(found -> "%s %s%s %s"
                        .formatted(
                                found.kind(),
                                found.subject() == null ? "" : found.subject() + " ",
                                found.day(),
                                found.positions()))
                .toList();
    }

    private Map<String, Long> kinds(String asOf) {
        var counts = new TreeMap<String, Long>();
        for (var kind : reader.kinds(on(asOf), null)) {
            if (kind.events() > 0) {
                counts.put(kind.kind(), kind.events());
            }
        }
        return counts;
    }

    private static Standpoint on(String day) {
        return new Standpoint(new AsOf(LocalDate.parse(day)), Long.MAX_VALUE);
    }
}
