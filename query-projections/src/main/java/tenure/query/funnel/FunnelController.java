package tenure.query.funnel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.funnel.Funnel.FunnelList;
import tenure.query.funnel.FunnelMembers.FunnelMember;
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
    private final FunnelReader reader;

    FunnelController(Answers answers, Funnels funnels, FunnelReader reader) {
        this.answers = answers;
        this.funnels = funnels;
        this.reader = reader;
    }

    @GetMapping("/api/v1/funnels")
    @Operation(summary = "The funnels that are defined, and the onboarding, which is built in")
    @ReadParameters("knownAt")
    FunnelList funnels(Question question) {
        var onboarding = FunnelQuestion.of(FunnelQuestion.ONBOARDING, question);
        return answers.seen(
                FunnelProjection.NAME, question, at -> new FunnelList(at.position(), funnels.all(at, onboarding)));
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
        return answers.seen(FunnelProjection.NAME, question, at -> funnel(asked, at));
    }

    Funnel funnel(FunnelQuestion question, Standpoint at) {
        var ways = funnels.ways(question, at);
        var count = new FunnelCount(ways.steps());
        ways.each(some -> some.forEach(count::add));
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
        return answers.seen(FunnelProjection.NAME, question, at -> {
            var members = members(asked, index, side, at);
            var shown = members.stream().skip(after).limit(limit).toList();
            var end = after + shown.size();
            return new FunnelMembers(
                    at.asOf().day(),
                    at.position(),
                    members.stream().mapToLong(FunnelMember::count).sum(),
                    end < members.size() ? Question.cursorAfter(end) : null,
                    named(shown, at));
        });
    }

    /** Without the names of their customers, which only those on the page need. */
    List<FunnelMember> members(FunnelQuestion question, int index, Side side, Standpoint at) {
        var ways = funnels.ways(question, at);
        var step = Funnels.checkedStep(index, question, ways);
        var members = new ArrayList<FunnelMember>();
        ways.each(some -> some.stream()
                .filter(way -> side.has(way, step))
                .map(way -> member(way, step))
                .forEach(members::add));
        return members;
    }

    private static FunnelMember member(Way way, int step) {
        var reachedAt = way.reachedAt(step);
        var closesAt = step == 0 ? null : way.stages().get(step - 1).closesAt();
        return new FunnelMember(
                way.customerId(),
                way.customerId(),
                FunnelCount.day(way.enteredAt()),
                reachedAt == null ? null : FunnelCount.day(reachedAt),
                reachedAt != null || closesAt == null ? null : FunnelCount.day(closesAt),
                way.userId(),
                way.count());
    }

    private List<FunnelMember> named(List<FunnelMember> members, Standpoint at) {
        var names = reader.names(members.stream().map(FunnelMember::customerId).toList(), at);
        return members.stream()
                .map(member -> new FunnelMember(
                        member.customerId(),
                        names.getOrDefault(member.customerId(), member.customerId()),
                        member.enteredOn(),
                        member.reachedOn(),
                        member.closesOn(),
                        member.userId(),
                        member.count()))
                .toList();
    }
}
