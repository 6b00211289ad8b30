package tenure.query.funnel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.funnel.Funnel.FunnelList;
import tenure.query.funnel.Funnel.FunnelSummary;
import tenure.query.funnel.FunnelMembers.FunnelMember;
import tenure.query.funnel.Journey.Outcome;
import tenure.query.shared.Answers;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;

/** Reads funnels. */
@RestController
@Tag(name = "Funnels")
class FunnelController {

    private final Answers answers;
    private final FunnelTable table;

    FunnelController(Answers answers, FunnelTable table) {
        this.answers = answers;
        this.table = table;
    }

    @GetMapping("/api/v1/funnels")
    @Operation(summary = "The funnels that are defined")
    @ReadParameters
    FunnelList funnels(Question question) {
        return answers.from(
                FunnelProjection.NAME,
                question,
                position -> new FunnelList(
                        position,
                        table.definitions().stream()
                                .map(FunnelController::summary)
                                .toList()));
    }

    @GetMapping("/api/v1/funnels/{funnelId}")
    @Operation(summary = "How far the customers of a cohort have come")
    @ReadParameters({"from", "to"})
    Funnel funnel(@PathVariable String funnelId, Question question) {
        var query = query(funnelId, question);
        return answers.from(FunnelProjection.NAME, question, position -> {
            var definition = definition(query);
            var count = new FunnelCount(definition);
            eachJourney(definition, query, (customerId, journey) -> count.add(journey));
            var steps = count.steps();
            return new Funnel(
                    query.asOf().day(),
                    position,
                    funnelId,
                    definition.name(),
                    query.from(),
                    query.to(),
                    count.entered(),
                    steps.getLast().medianDaysFromEntry(),
                    steps);
        });
    }

    @GetMapping("/api/v1/funnels/{funnelId}/steps/{index}/members")
    @Operation(summary = "The customers behind a part of a bar")
    @ReadParameters({"outcome", "from", "to", "limit", "cursor"})
    FunnelMembers members(@PathVariable String funnelId, @PathVariable int index, Question question) {
        var query = query(funnelId, question);
        var outcome = question.choice("outcome", Outcome.class, Outcome.REACHED);
        var after = question.cursor(0);
        var limit = question.limit(100);
        return answers.from(FunnelProjection.NAME, question, position -> {
            var definition = definition(query);
            if (index < 0 || index > definition.steps().size()) {
                throw Refusals.notFound(
                        "UNKNOWN_STEP",
                        "Funnel '" + funnelId + "' has the steps 0 to "
                                + definition.steps().size() + ".");
            }
            var members = members(definition, query, index, outcome);
            var shown = members.stream().skip(after).limit(limit).toList();
            var end = after + shown.size();
            return new FunnelMembers(
                    query.asOf().day(),
                    position,
                    members.size(),
                    end < members.size() ? Question.cursorAfter(end) : null,
                    named(shown));
        });
    }

    private List<FunnelMember> members(FunnelDefinition definition, FindFunnel query, int index, Outcome outcome) {
        var members = new ArrayList<FunnelMember>();
        eachJourney(definition, query, (customerId, journey) -> {
            var steps = journey.steps();
            if (index == 0 && outcome == Outcome.REACHED) {
                members.add(member(customerId, journey, journey.enteredAt(), null));
            } else if (index > 0
                    && steps.size() >= index
                    && steps.get(index - 1).outcome() == outcome) {
                var step = steps.get(index - 1);
                members.add(member(
                        customerId, journey, step.doneAt(), outcome == Outcome.REACHED ? null : step.closesAt()));
            }
        });
        return members;
    }

    private static FunnelMember member(
            String customerId, Journey journey, @Nullable Instant doneAt, @Nullable Instant closesAt) {
        return new FunnelMember(
                customerId,
                customerId,
                FunnelCount.day(journey.enteredAt()),
                doneAt == null ? null : FunnelCount.day(doneAt),
                closesAt == null ? null : FunnelCount.day(closesAt));
    }

    private List<FunnelMember> named(List<FunnelMember> members) {
        var names = table.names(members.stream().map(FunnelMember::customerId).toList());
        return members.stream()
                .map(member -> new FunnelMember(
                        member.customerId(),
                        names.getOrDefault(member.customerId(), member.customerId()),
                        member.enteredOn(),
                        member.reachedOn(),
                        member.closesOn()))
                .toList();
    }

    private FindFunnel query(String funnelId, Question question) {
        var query = new FindFunnel(funnelId, question.day("from"), question.day("to"), question.asOf());
        if (query.enteredFrom().isAfter(query.enteredBefore())) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must not be after 'to' or 'asOf'.");
        }
        return query;
    }

    private void eachJourney(FunnelDefinition definition, FindFunnel query, BiConsumer<String, Journey> receiver) {
        table.eachJourney(
                definition,
                query.enteredFrom(),
                query.enteredBefore(),
                query.asOf().end(),
                receiver);
    }

    private FunnelDefinition definition(FindFunnel query) {
        return table.definition(query.funnelId())
                .orElseThrow(() -> Refusals.notFound(
                        "UNKNOWN_FUNNEL",
                        "There is no funnel '" + query.funnelId() + "'. GET /api/v1/funnels lists them."));
    }

    private static FunnelSummary summary(FunnelDefinition definition) {
        var steps = new ArrayList<String>();
        steps.add("Entered");
        definition.steps().forEach(step -> steps.add(step.name()));
        return new FunnelSummary(definition.funnelId(), definition.name(), steps);
    }
}
