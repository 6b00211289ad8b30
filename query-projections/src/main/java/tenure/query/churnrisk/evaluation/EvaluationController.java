package tenure.query.churnrisk.evaluation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.churnrisk.evaluation.Jobs.Replayed;
import tenure.query.churnrisk.evaluation.Replays.Asked;
import tenure.query.churnrisk.model.DefaultModel;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.series.Models;
import tenure.query.churnrisk.series.RiskDrafts;
import tenure.query.churnrisk.signals.SignalCatalogue;
import tenure.query.churnrisk.statistics.Direction;
import tenure.query.life.Lives;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;

/**
 * Says how good risk models are, replays drafts, and learns. What takes longer than ten seconds answers with
 * {@code state: running}; asking for the same again goes on waiting.
 */
@RestController
@Tag(name = "Risk")
class EvaluationController {

    private static final int MOST_YEARS = 10;

    private final Answers answers;
    private final Lives lives;
    private final RiskDrafts drafts;
    private final Replays replays;
    private final Jobs jobs;

    EvaluationController(Answers answers, Lives lives, RiskDrafts drafts, Replays replays, Jobs jobs) {
        this.answers = answers;
        this.lives = lives;
        this.drafts = drafts;
        this.replays = replays;
        this.jobs = jobs;
    }

    private record Seen(Asked asked, RiskModel model) {}

    private Seen seen(Question question, @Nullable String modelId) {
        var from = question.day("from");
        var to = question.day("to");
        checkRange(from, to);
        return answers.seen(
                LivesProjection.NAME,
                question,
                at -> new Seen(
                        new Asked(
                                at,
                                from == null ? null : YearMonth.from(from),
                                to == null ? null : YearMonth.from(to.minusDays(1))),
                        drafts.asked(modelId, lives.definitions(at.position()))));
    }

    private static void checkRange(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must be before 'to' (" + to + ").");
        }
        if (from != null && to != null && from.plusYears(MOST_YEARS).isBefore(to)) {
            throw Refusals.badParameter(
                    "from", "RANGE_TOO_LONG", "A range may be " + MOST_YEARS + " years long at most.");
        }
    }

    private record Key(String kind, Asked asked, Object model) {}

    @GetMapping("/api/v1/risk/evaluation")
    @Operation(
            summary = "How good a risk model is on the installation's own history",
            description = "Month ends from 'from' up to 'to' are observations; by default the last 24 whose horizon is"
                    + " over.")
    @ReadParameters({"from", "to", "knownAt", "model"})
    Replayed<RiskEvaluation> evaluation(Question question) {
        var seen = seen(question, question.text("model"));
        return jobs.ask(
                RiskEvaluation.class,
                new Key("evaluation", seen.asked, seen.model),
                progress -> replays.evaluation(seen.asked, seen.model, progress));
    }

    @GetMapping("/api/v1/risk/evaluation/learned")
    @Operation(
            summary = "How good models are that are learned from the installation's own history as it comes",
            description =
                    "At the end of each month from 'from' up to 'to' one is learned from what was closed by then, and"
                            + " speaks until the next. 'days' is the horizon within which a loss counts, 60 by default.")
    @ReadParameters({"from", "to", "knownAt", "days"})
    Replayed<LearnedEvaluation> learnedEvaluation(Question question) {
        var seen = seen(question, null);
        int horizon = (int) question.number("days", 1, 365, DefaultModel.MODEL.horizonDays());
        return jobs.ask(
                LearnedEvaluation.class,
                new Key("walk-forward", seen.asked, horizon),
                progress -> replays.walkForward(seen.asked, horizon, progress));
    }

    @PostMapping(path = "/api/v1/risk/whatif", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Replays a draft of a risk model over the whole history, beside the model in force",
            description =
                    "The body is that of publish-risk-model; what is left out is as in the built-in model. A body of"
                            + " a modelId alone names a draft that is kept, or a published model.")
    @ReadParameters({"from", "to", "knownAt"})
    Replayed<WhatIf> whatIf(@RequestBody DraftModel body, Question question) {
        var seen = seen(question, null);
        var draft = body.isName() ? seen(question, body.modelId()).model : body.checked();
        return jobs.ask(
                WhatIf.class,
                new Key("whatif", seen.asked, List.of(seen.model, draft)),
                progress -> replays.whatIf(seen.asked, seen.model, draft, progress));
    }

    /** What to learn; both can be left out. */
    record Learn(@Nullable String modelId, @Nullable Integer horizonDays) {}

    @PostMapping(path = "/api/v1/risk/learn", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Learns a risk model from the installation's own closed history, or says why it cannot",
            description = "The model is kept as a draft, by default under the id 'learned' with a horizon of 60 days.")
    @ReadParameters({"from", "to", "knownAt"})
    Replayed<LearnAnswer> learn(@RequestBody(required = false) @Nullable Learn body, Question question) {
        var seen = seen(question, null);
        var modelId = body == null || body.modelId == null ? LearnAnswer.MODEL_ID : body.modelId;
        int horizon = body == null || body.horizonDays == null ? DefaultModel.MODEL.horizonDays() : body.horizonDays;
        if (horizon < 1 || horizon > 365 || !modelId.matches("[A-Za-z0-9._-]{1,64}")) {
            throw Refusals.badParameter(
                    "horizonDays", "OUT_OF_RANGE", "'horizonDays' must lie between 1 and 365, 'modelId' be an id.");
        }
        var answer = jobs.ask(
                LearnAnswer.class,
                new Key("learn", seen.asked, List.of(modelId, horizon)),
                progress -> replays.learn(seen.asked, modelId, horizon, progress));
        if (answer.result() != null && answer.result().draft() != null) {
            drafts.keep(answer.result().draft());
        }
        return answer;
    }

    @GetMapping("/api/v1/drivers")
    @Operation(
            summary = "What goes with loss: signals, reasons given, and how customers fared that were worked on",
            description = "Association, not cause. 'days' is the horizon within which a loss counts, 60 by default.")
    @ReadParameters({"from", "to", "knownAt", "days"})
    Replayed<DriversAnswer> drivers(Question question) {
        var seen = seen(question, null);
        int horizon = (int) question.number("days", 1, 365, DefaultModel.MODEL.horizonDays());
        return jobs.ask(
                DriversAnswer.class,
                new Key("drivers", seen.asked, horizon),
                progress -> replays.drivers(seen.asked, horizon, progress));
    }

    /**
     * The models that there are.
     *
     * @param inForce   id of the one that health and risk are computed by
     * @param published in the order in which they were published; the same id may be there several times
     * @param drafts    kept, but not published
     */
    record ModelList(
            long position, String inForce, RiskModel builtIn, List<RiskModel> published, List<RiskModel> drafts) {}

    @GetMapping("/api/v1/risk/models")
    @Operation(summary = "The risk models: built in, published, drafted")
    @ReadParameters("knownAt")
    ModelList models(Question question) {
        return answers.seen(LivesProjection.NAME, question, at -> {
            var definitions = lives.definitions(at.position());
            return new ModelList(
                    at.position(),
                    Models.inForce(definitions).modelId(),
                    DefaultModel.MODEL,
                    Models.published(definitions),
                    drafts.all());
        });
    }

    @PostMapping(path = "/api/v1/risk/drafts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Keeps a draft of a risk model, in place of an earlier one of that id")
    RiskModel keep(@RequestBody DraftModel body) {
        var model = body.checked();
        drafts.keep(model);
        return model;
    }

    @DeleteMapping("/api/v1/risk/drafts/{modelId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Drops a draft of a risk model")
    void drop(@PathVariable String modelId) {
        if (!drafts.drop(modelId)) {
            throw Refusals.notFound("UNKNOWN_MODEL", "There is no draft '" + modelId + "'.");
        }
    }

    /** A signal of the catalogue. */
    record SignalSeen(
            String signal, String words, String unit, Direction direction, double poor, double good, String source) {}

    @GetMapping("/api/v1/risk/signals")
    @Operation(summary = "The catalogue of signals, with the anchors that models take unless they say otherwise")
    List<SignalSeen> signals() {
        var signals = new ArrayList<SignalSeen>();
        SignalCatalogue.SIGNALS.forEach(each -> signals.add(new SignalSeen(
                each.id(), each.words(), each.unit(), each.direction(), each.poor(), each.good(), each.source())));
        return signals;
    }
}
