package tenure.query.funnel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.funnel.Funnel.FunnelList;
import tenure.query.funnel.FunnelMembers.FunnelMember;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Standpoint;

/** Reads funnels. */
@RestController
@Tag(name = "Funnels")
class FunnelController {

    private final Answers answers;
    private final Funnels funnels;

    FunnelController(Answers answers, Funnels funnels) {
        this.answers = answers;
        this.funnels = funnels;
    }

    @GetMapping("/api/v1/funnels")
    @Operation(summary = "The funnels that are defined, and the onboarding, which is built in")
    @ReadParameters("knownAt")
    FunnelList funnels(Question question) {
        var onboarding = FunnelQuestion.of(FunnelQuestion.ONBOARDING, question);
        return answers.seen(
                LivesProjection.NAME, question, at -> new FunnelList(at.position(), funnels.all(at, onboarding)));
    }

    @GetMapping("/api/v1/funnels/{funnelId}")
    @Operation(summary = "How far the customers, people or seats of a cohort have come")
    @ReadParameters({
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
    Funnel funnel(@PathVariable String funnelId, Question question) {
        var asked = FunnelQuestion.of(funnelId, question);
        return answers.seen(LivesProjection.NAME, question, at -> funnel(asked, at));
    }

    Funnel funnel(FunnelQuestion question, Standpoint at) {
        var ways = funnels.ways(question, at);
        var count = new FunnelCount(ways.steps());
        ways.each(count::add);
        var figures = FunnelFigures.addressed(question, at);
        var steps = count.steps(figures);
        return new Funnel(
                at.asOf().day(),
                at.position(),
                question.funnelId(),
                ways.name(),
                question.from(),
                question.to(),
                count.entered(),
                steps.getLast().medianDaysFromEntry(),
                steps,
                ways.unit(),
                ways.order(),
                question.horizonDays(),
                figures.of(Side.REMOVED, 0, count.removed()));
    }

    @GetMapping("/api/v1/funnels/{funnelId}/steps/{index}/members")
    @Operation(summary = "The customers, people or seats behind a part of a bar")
    @ReadParameters({
        "outcome",
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
        "customer",
        "limit",
        "cursor"
    })
    FunnelMembers members(@PathVariable String funnelId, @PathVariable int index, Question question) {
        var asked = FunnelQuestion.of(funnelId, question);
        var side = question.choice("outcome", Side.class, Side.REACHED);
        var after = question.cursor(0);
        var limit = question.limit(100);
        return answers.seen(LivesProjection.NAME, question, at -> members(asked, index, side, after, limit, at));
    }

    FunnelMembers members(FunnelQuestion question, int index, Side side, long after, int limit, Standpoint at) {
        var ways = funnels.ways(question, at);
        var step = Funnels.checkedStep(index, question, ways);
        var names = funnels.names(question, at);
        var shown = new ArrayList<FunnelMember>();
        var total = new long[1];
        var rows = new long[1];
        ways.each(way -> {
            if (side.has(way, step)) {
                if (rows[0] >= after && shown.size() < limit) {
                    shown.add(member(way, step, names.apply(way.customerId())));
                }
                rows[0]++;
                total[0] += way.count();
            }
        });
        var end = after + shown.size();
        return new FunnelMembers(
                at.asOf().day(), at.position(), total[0], end < rows[0] ? Question.cursorAfter(end) : null, shown);
    }

    private static FunnelMember member(Way way, int step, String name) {
        long reachedAt = way.reachedAt(step);
        long closesAt = way.closesAt(step);
        return new FunnelMember(
                way.customerId(),
                name,
                Micros.date(way.enteredAt()),
                reachedAt == Micros.NEVER ? null : Micros.date(reachedAt),
                reachedAt != Micros.NEVER || closesAt == Micros.NEVER ? null : Micros.date(closesAt),
                way.userId(),
                way.count());
    }
}
