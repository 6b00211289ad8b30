package tenure.query.dataquality;

import static org.assertj.core.api.Assertions.assertThat;
import static tenure.query.dataquality.QualityExamples.at;
import static tenure.query.dataquality.QualityExamples.changed;
import static tenure.query.dataquality.QualityExamples.invited;
import static tenure.query.dataquality.QualityExamples.logOn;
import static tenure.query.dataquality.QualityExamples.opened;
import static tenure.query.dataquality.QualityExamples.registered;
import static tenure.query.dataquality.QualityExamples.told;
import static tenure.query.dataquality.QualityExamples.used;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.usage.event.UsageDayReported;
import tenure.query.dataquality.DataQuality.Contradiction;
import tenure.query.life.LivesProjection;
import tenure.query.life.ProjectedLives;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.Standpoint;

/** Contradictions of what was taken back, corrected, or told in another life. */
class CorrectedQualityTest {

    private final ProjectedLog log = new ProjectedLog();
    private final LivesProjection projection = ProjectedLives.projection(log);
    private final DataQualityReader reader = new DataQualityReader(ProjectedLives.views(log));

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void leavesOutWhatWasTakenBackFromThenOn() {
        var fact = told(used("2024-01-05"));
        var ofNobody = told(logOn("ben", null, at("2024-01-06")));
        log.recordMany(List.of(told(registered("2024-01-10")), fact, ofNobody));
        log.recordMany(List.of(told(new FactRetracted(fact.eventId().toString(), "P-1", "", at("2024-02-01")))));
        log.recordMany(List.of(told(new FactRetracted(ofNobody.eventId().toString(), null, "", at("2024-02-01")))));
        log.project(projection);

        assertThat(found("2024-12-31")).isEmpty();
        assertThat(reader.find(known("2024-12-31", 4), null, null, 0, 10))
                .as("not yet taken back: a log-on of nobody")
                .extracting(Contradiction::kind)
                .containsExactly("recorded-late", "usage-of-unknown-user", "usage-without-customer");
        assertThat(reader.find(known("2024-12-31", 3), ContradictionKind.USAGE_BEFORE_REGISTRATION, null, 0, 10))
                .extracting(Contradiction::positions)
                .containsExactly(List.of(2L));
    }

    @Test
    void takesWhatWasCorrectedAsItWasCorrected() {
        var wrong = told(used("2024-01-05"));
        log.recordMany(List.of(told(registered("2024-01-10")), wrong));
        log.recordMany(List.of(told(new UsageDayReported(
                "P-1",
                LocalDate.parse("2024-01-08"),
                1,
                1,
                Map.of(),
                wrong.eventId().toString(),
                at("2024-01-08")))));
        log.project(projection);

        assertThat(found("2024-12-31"))
                .containsExactly(
                        "recorded-late 2024-01-08 [3]",
                        "usage-before-registration 2024-01-08 [3]",
                        "usage-without-license 2024-01-08 [3]");
    }

    @Test
    void knowsWhatOtherLivesTellOfTheSame() {
        given(registered("2024-01-10"), invited("anna"), logOn("anna", null, at("2024-02-01")));
        given(new TicketClosed("T-1", null, null, Instant.parse("2024-02-02T10:00:00Z")));
        given(opened("T-1", "open", "2024-02-01T10:00:00Z"), changed("T-1", "2024-02-03T10:00:00Z"));

        assertThat(found("2024-12-31").stream().filter(found -> !found.startsWith("recorded-late")))
                .containsExactly(
                        "ticket-changed-after-closing T-1 2024-02-03 [6]",
                        "usage-without-customer anna 2024-02-01 [3]");
        assertThat(reader.find(on("2024-12-31"), null, null, 0, 10))
                .as("nobody's come first")
                .extracting(Contradiction::customerId)
                .startsWith(null, null, "P-1");
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

    private static Standpoint on(String day) {
        return known(day, Long.MAX_VALUE);
    }

    private static Standpoint known(String day, long position) {
        return new Standpoint(new AsOf(LocalDate.parse(day)), position);
    }
}
