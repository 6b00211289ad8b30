package tenure.query.funnel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.funnel.FunnelSplits.FunnelBreakdown;
import tenure.query.funnel.FunnelSplits.FunnelGroup;
import tenure.query.funnel.FunnelSplits.FunnelTimes;
import tenure.query.funnel.FunnelSplits.FunnelTrend;
import tenure.query.funnel.FunnelSplits.StepTimes;
import tenure.query.funnel.FunnelSplits.TrendPoint;
import tenure.query.funnel.Split.Attribution;
import tenure.query.funnel.Split.ByEntry;
import tenure.query.funnel.Split.Interval;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Reads funnels taken apart. */
@RestController
@Tag(name = "Funnels")
class FunnelSplitsController {

    /** Values of a property that are shown; more are no picture any more. */
    private static final int MAX_GROUPS = 200;

    /** Points of a trend that are shown: those of a year of days. */
    private static final int MAX_POINTS = 366;

    private final Answers answers;
    private final Funnels funnels;

    FunnelSplitsController(Answers answers, Funnels funnels) {
        this.answers = answers;
        this.funnels = funnels;
    }

    @GetMapping("/api/v1/funnels/{funnelId}/trend")
    @Operation(summary = "A funnel by the day, week or month of entry")
    @ReadParameters({
        "interval",
        "knownAt",
        "from",
        "to",
        "cohort",
        "unit",
        "horizon",
        "order",
        "windowHours",
        "exclude",
        "optional",
        "customer"
    })
    FunnelTrend trend(@PathVariable String funnelId, Question question) {
        var asked = FunnelQuestion.of(funnelId, question);
        var interval = question.choice("interval", Interval.class, Interval.MONTH);
        return answers.seen(LivesProjection.NAME, question, at -> trend(asked, interval, at));
    }

    FunnelTrend trend(FunnelQuestion question, Interval interval, Standpoint at) {
        var split = new ByEntry(interval);
        var counts = Split.count(funnels.ways(question, at), split);
        if (counts.size() > MAX_POINTS) {
            throw Refusals.badParameter(
                    "interval",
                    "TOO_MANY_POINTS",
                    "The trend has " + counts.size() + " points; " + MAX_POINTS
                            + " are shown at most. Ask for a longer interval, or for a shorter range with 'from' and 'to'.");
        }
        var points = new ArrayList<TrendPoint>();
        for (var part : Split.named(counts)) {
            var count = counts.get(part);
            if (count != null && count.entered() > 0) {
                var from = LocalDate.parse(part);
                points.add(new TrendPoint(
                        from,
                        interval.next(from),
                        count.entered(),
                        count.steps(FunnelFigures.addressed(question, at, FunnelFigures.part(split, part)))));
            }
        }
        return new FunnelTrend(at.asOf().day(), at.position(), question.funnelId(), interval, points);
    }

    @GetMapping("/api/v1/funnels/{funnelId}/breakdown")
    @Operation(summary = "A funnel by the plan, the owner, the contract month or a key of the profile of the customer")
    @ReadParameters({
        "by",
        "attribution",
        "step",
        "knownAt",
        "from",
        "to",
        "cohort",
        "unit",
        "horizon",
        "order",
        "windowHours",
        "exclude",
        "optional",
        "customer"
    })
    FunnelBreakdown breakdown(@PathVariable String funnelId, Question question) {
        var asked = FunnelQuestion.of(funnelId, question);
        var by = question.text("by");
        var attribution = question.choice("attribution", Attribution.class, Attribution.FIRST);
        var step = (int) question.number("step", 0, 20, 0);
        return answers.seen(
                LivesProjection.NAME,
                question,
                at -> breakdown(asked, by == null ? "plan" : by, attribution, step, at));
    }

    FunnelBreakdown breakdown(FunnelQuestion question, String by, Attribution attribution, int atStep, Standpoint at) {
        var ways = funnels.ways(question, at);
        var step = Funnels.checkedStep(atStep, question, ways);
        var split = funnels.byProperty(question, at, by, attribution, step);
        var counts = Split.count(ways, split);
        if (counts.size() > MAX_GROUPS) {
            throw Refusals.badParameter(
                    "by",
                    "TOO_MANY_VALUES",
                    "'" + by + "' has " + counts.size() + " values; a funnel is shown for " + MAX_GROUPS + " at most.");
        }
        var values = new ArrayList<@Nullable String>(Split.named(counts));
        values.add(null);
        var groups = new ArrayList<FunnelGroup>();
        for (var value : values) {
            var count = counts.get(value);
            if (count != null && count.entered() > 0) {
                groups.add(new FunnelGroup(
                        value,
                        count.entered(),
                        count.steps(FunnelFigures.addressed(question, at, FunnelFigures.part(split, value)))));
            }
        }
        return new FunnelBreakdown(
                at.asOf().day(),
                at.position(),
                question.funnelId(),
                by,
                attribution,
                attribution == Attribution.STEP ? step : null,
                groups);
    }

    @GetMapping("/api/v1/funnels/{funnelId}/times")
    @Operation(summary = "How long it took from a step to the later ones, with those who may still get there")
    @ReadParameters({
        "step",
        "knownAt",
        "from",
        "to",
        "cohort",
        "unit",
        "horizon",
        "order",
        "windowHours",
        "exclude",
        "optional",
        "customer"
    })
    FunnelTimes times(@PathVariable String funnelId, Question question) {
        var asked = FunnelQuestion.of(funnelId, question);
        var step = (int) question.number("step", 0, 20, 0);
        return answers.seen(LivesProjection.NAME, question, at -> times(asked, step, at));
    }

    FunnelTimes times(FunnelQuestion question, int step, Standpoint at) {
        var ways = funnels.ways(question, at);
        var fromStep = Funnels.checkedStep(step, question, ways);
        var names = ways.steps();
        var durations = IntStream.range(0, names.size())
                .mapToObj(index -> new Durations())
                .toList();
        var among = new long[1];
        long now = Micros.of(at.asOf().end());
        ways.each(way -> {
            if (!way.removed() && way.reachedAt(fromStep) != Micros.NEVER) {
                among[0] += way.count();
                for (int later = fromStep + 1; later < names.size(); later++) {
                    time(way, fromStep, later, now, durations.get(later));
                }
            }
        });
        var steps = IntStream.range(fromStep + 1, names.size())
                .mapToObj(index -> new StepTimes(
                        index,
                        names.get(index).name(),
                        among[0],
                        durations.get(index).size(),
                        durations.get(index).times(),
                        durations.get(index).curve()))
                .toList();
        return new FunnelTimes(at.asOf().day(), at.position(), question.funnelId(), fromStep, steps);
    }

    /** Who is not there was watched until the day of the question, until it left, or until its time was over. */
    private static void time(Way way, int from, int step, long now, Durations durations) {
        long since = way.reachedAt(from);
        if (way.reachedAt(step) != Micros.NEVER) {
            durations.reached(since, way.reachedAt(step));
        } else {
            durations.watched(since, Math.min(now, Math.min(way.leftAt(), way.closesAt(step))), way.count());
        }
    }
}
