package tenure.query.churnrisk.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.domain.customer.event.CustomerChurned;
import tenure.query.churnrisk.model.Points;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.series.RiskBook;
import tenure.query.churnrisk.series.RiskDrafts;
import tenure.query.churnrisk.series.RiskSeries;
import tenure.query.churnrisk.sweep.RiskDefinitions;
import tenure.query.churnrisk.timeline.ModelSeen;
import tenure.query.churnrisk.timeline.RiskTimeline.Part;
import tenure.query.churnrisk.timeline.TimelineFold;
import tenure.query.life.Life;
import tenure.query.life.LifeDigests;
import tenure.query.life.LifeViews;
import tenure.query.life.Lives;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Reads cases, and what was known before a customer left. */
@RestController
@Tag(name = "Risk")
class CasesController {

    private static final int USUAL_ROWS = 100;
    private static final int MOST_PARTS = 10;
    private static final int[] DAYS_BEFORE = {0, 30, 90, 180};
    private static final long MICROS_PER_THOUSANDTH = 1_000;

    private final Answers answers;
    private final LifeViews views;
    private final Lives lives;
    private final RiskBook book;
    private final RiskDrafts drafts;
    private final LifeDigests<CaseFold> cases;

    CasesController(Answers answers, LifeViews views, Lives lives, RiskBook book, RiskDrafts drafts) {
        this.answers = answers;
        this.views = views;
        this.lives = lives;
        this.book = book;
        this.drafts = drafts;
        cases = views.digests(CaseFold.VIEW, CaseFold::of);
    }

    @GetMapping("/api/v1/cases")
    @Operation(summary = "Cases by stage, with the days in it, what was done, and what came of it")
    @ReadParameters({"knownAt", "stage", "owner", "customer", "limit", "cursor"})
    CaseBoard cases(Question question) {
        return answers.seen(LivesProjection.NAME, question, at -> board(question, at));
    }

    private CaseBoard board(Question question, Standpoint at) {
        int day = (int) at.asOf().day().toEpochDay();
        var found = cases.at(at.position());
        var risks = new HashMap<String, RiskSeries>();
        long riskPosition = at.position();
        if (!found.isEmpty()) {
            var told = book.at(at.position(), 0, day, 0);
            told.series().forEach(series -> risks.put(series.customerId(), series));
            riskPosition = told.position();
        }
        var rows = new ArrayList<CaseBoard.CaseRow>();
        for (var digest : found) {
            for (var each : digest.on(at.asOf())) {
                rows.add(row(
                        digest.customerId(),
                        each,
                        risks.get(digest.customerId()),
                        at.asOf().day()));
            }
        }
        var owner = question.text("owner");
        var customer = question.text("customer");
        rows.removeIf(row -> (owner != null && !owner.equals(row.owner()))
                || (customer != null && !customer.equals(row.customerId())));
        Map<String, Long> stages = new TreeMap<>();
        rows.forEach(row -> stages.merge(row.outcome() == null ? row.stage() : row.outcome(), 1L, Long::sum));
        var stage = question.text("stage");
        rows.removeIf(row -> stage != null && !stage.equals(row.stage()));
        rows.sort(Comparator.comparing(CaseBoard.CaseRow::stageSince)
                .thenComparing(CaseBoard.CaseRow::customerId)
                .thenComparing(CaseBoard.CaseRow::caseId));
        long start = question.cursor(0);
        int limit = question.limit(USUAL_ROWS);
        return new CaseBoard(
                at.asOf().day(),
                at.position(),
                riskPosition,
                rows.size(),
                stages,
                start + limit < rows.size() ? Question.cursorAfter(start + limit) : null,
                rows.stream().skip(start).limit(limit).toList());
    }

    private static CaseBoard.CaseRow row(
            String customerId, CaseFold.Case found, @Nullable RiskSeries series, LocalDate today) {
        int day = (int) today.toEpochDay();
        var health = series == null || series.health(day) < 0 ? null : BigDecimal.valueOf(series.health(day), 2);
        var risk = series == null || health == null ? null : Points.risk(series.logOdds(day) * MICROS_PER_THOUSANDTH);
        return new CaseBoard.CaseRow(
                customerId,
                series == null ? null : series.profile().name(),
                found.opened.caseId(),
                found.opened.reason(),
                found.opened.title(),
                found.opened.owner(),
                found.stage,
                found.stageSince,
                ChronoUnit.DAYS.between(found.stageSince, today),
                found.openedOn,
                found.outcome == null ? null : found.stageSince,
                found.outcome,
                List.copyOf(found.interventions),
                health,
                risk,
                List.copyOf(found.positions));
    }

    @GetMapping("/api/v1/customers/{customerId}/risk/evidence")
    @Operation(summary = "What was known 0, 30, 90 and 180 days before a customer left")
    @ReadParameters({"knownAt", "model"})
    ChurnEvidence evidence(@PathVariable String customerId, Question question) {
        return answers.seen(LivesProjection.NAME, question, at -> {
            var model = drafts.asked(question.text("model"), lives.definitions(at.position()));
            var found = views.of(
                    RiskBook.VIEW,
                    customerId,
                    at.position(),
                    (life, definitions) -> life.events().isEmpty() ? null : evidence(life, definitions, model, at));
            if (found == null) {
                throw Refusals.notFound("UNKNOWN_CUSTOMER", "There is no customer '" + customerId + "'.");
            }
            return found;
        });
    }

    private static ChurnEvidence evidence(Life life, Life definitions, RiskModel model, Standpoint at) {
        var churnedOn = churnedOn(life, at.asOf().day());
        var last = churnedOn == null ? at.asOf().day() : churnedOn.minusDays(1);
        var defined = new RiskDefinitions(definitions);
        var points = new ArrayList<ChurnEvidence.EvidencePoint>();
        for (int before : DAYS_BEFORE) {
            var date = last.minusDays(before);
            int day = (int) date.toEpochDay();
            var fold = TimelineFold.of(life, defined, model, day, day);
            var seen = fold.last();
            if (seen != null) {
                points.add(new ChurnEvidence.EvidencePoint(
                        before,
                        date,
                        seen.health(),
                        seen.risk(),
                        seen.band(),
                        seen.withData(),
                        seen.of(),
                        seen.flagged(),
                        worst(fold.parts())));
            }
        }
        return new ChurnEvidence(
                at.asOf().day(), at.position(), life.customerId(), ModelSeen.of(model), churnedOn, points);
    }

    private static List<Part> worst(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.missed() != null && part.value() != null)
                .sorted(Comparator.comparing(
                        part -> part.missed() == null ? BigDecimal.ZERO : part.missed(), Comparator.reverseOrder()))
                .limit(MOST_PARTS)
                .toList();
    }

    private static @Nullable LocalDate churnedOn(Life life, LocalDate asOf) {
        return life.events().stream()
                .filter(event -> event.event() instanceof CustomerChurned
                        && !LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC)
                                .isAfter(asOf))
                .map(event -> ((CustomerChurned) event.event()).churnedOn())
                .filter(day -> !day.isAfter(asOf))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
