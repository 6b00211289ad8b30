package tenure.query.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tenure.query.funnel.Funnel.FunnelSummary;
import tenure.query.funnel.Split.Attribution;
import tenure.query.funnel.Split.ByProperty;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Finds the funnel that is asked for. */
@Component
class Funnels {

    private final Accounts accounts;
    private final DefinedLives lives;

    Funnels(Accounts accounts, DefinedLives lives) {
        this.accounts = accounts;
        this.lives = lives;
    }

    /** The ways through a funnel, as it was known to be defined. */
    Ways ways(FunnelQuestion question, Standpoint at) {
        if (question.funnelId().equals(FunnelQuestion.ONBOARDING)) {
            return new OnboardingWays(accounts, question, at);
        }
        var defined = accounts.catalogue(at.position()).funnels().get(question.funnelId());
        if (defined == null) {
            throw Refusals.notFound(
                    "UNKNOWN_FUNNEL",
                    "There is no funnel '" + question.funnelId() + "'. GET /api/v1/funnels lists them.");
        }
        var definition = FunnelDefinition.of(defined);
        return new DefinedWays(lives, accounts, definition, checked(definition, question), at);
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
        for (var definition : accounts.catalogue(at.position()).funnels().values()) {
            var steps = new ArrayList<String>();
            steps.add("Entered");
            definition.steps().forEach(step -> steps.add(step.name()));
            all.add(new FunnelSummary(definition.funnelId(), definition.name(), steps));
        }
        var ways = new OnboardingWays(accounts, onboarding, at);
        all.add(new FunnelSummary(
                onboarding.funnelId(),
                ways.name(),
                ways.steps().stream().map(Ways.Step::name).toList()));
        return all;
    }

    /** A split by a property, of the ways of a question. */
    Split byProperty(FunnelQuestion question, Standpoint at, String property, Attribution attribution, int step) {
        return new ByProperty(accounts.byId(at, question.customerId()), at, property, attribution, step);
    }

    /** The name of a customer; its id when it has none. */
    UnaryOperator<String> names(FunnelQuestion question, Standpoint at) {
        var known = accounts.byId(at, question.customerId());
        long end = Micros.of(at.asOf().end());
        return id -> {
            var account = known.get(id);
            return account == null ? id : account.name(end);
        };
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
