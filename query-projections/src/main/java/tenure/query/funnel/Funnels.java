package tenure.query.funnel;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tenure.query.funnel.Funnel.FunnelSummary;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Finds the funnel that is asked for. */
@Component
class Funnels {

    private final FunnelReader reader;

    Funnels(FunnelReader reader) {
        this.reader = reader;
    }

    /** The ways through a funnel, as it was known to be defined. */
    Ways ways(FunnelQuestion question, Standpoint at) {
        if (question.funnelId().equals(FunnelQuestion.ONBOARDING)) {
            return new OnboardingWays(reader, question, at);
        }
        return reader.definition(question.funnelId(), at.position())
                .map(definition -> new DefinedWays(reader, definition, checked(definition, question), at))
                .orElseThrow(() -> Refusals.notFound(
                        "UNKNOWN_FUNNEL",
                        "There is no funnel '" + question.funnelId() + "'. GET /api/v1/funnels lists them."));
    }

    private static FunnelQuestion checked(FunnelDefinition definition, FunnelQuestion question) {
        for (var exclusion : question.exclusions()) {
            if (exclusion.before() > definition.steps().size()) {
                throw Refusals.badParameter(
                        "exclude",
                        "UNKNOWN_STEP",
                        "Funnel '" + definition.funnelId() + "' has the steps 0 to "
                                + definition.steps().size() + ".");
            }
        }
        return question;
    }

    /** The funnels that are defined, and the one that is built in. */
    List<FunnelSummary> all(Standpoint at, FunnelQuestion onboarding) {
        var all = new ArrayList<FunnelSummary>();
        for (var definition : reader.definitions(at.position())) {
            var steps = new ArrayList<String>();
            steps.add("Entered");
            definition.steps().forEach(step -> steps.add(step.name()));
            all.add(new FunnelSummary(definition.funnelId(), definition.name(), steps));
        }
        var ways = new OnboardingWays(reader, onboarding, at);
        all.add(new FunnelSummary(
                onboarding.funnelId(),
                ways.name(),
                ways.steps().stream().map(Ways.Step::name).toList()));
        return all;
    }

    /** Refuses a step that a funnel does not have. */
    static int checkedStep(int step, FunnelQuestion question, Ways ways) {
        var last = ways.steps().size() - 1;
        if (step < 0 || step > last) {
            throw Refusals.notFound(
                    "UNKNOWN_STEP", "Funnel '" + question.funnelId() + "' has the steps 0 to " + last + ".");
        }
        return step;
    }
}
