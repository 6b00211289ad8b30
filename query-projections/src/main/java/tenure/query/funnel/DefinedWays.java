package tenure.query.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.FunnelQuestion.Order;
import tenure.query.funnel.FunnelQuestion.Unit;
import tenure.query.funnel.Happened.Own;
import tenure.query.shared.Standpoint;
import tenure.query.shared.TimeLimit;

/** The ways through a funnel that was defined. */
final class DefinedWays implements Ways {

    private final DefinedLives lives;
    private final Accounts accounts;
    private final FunnelDefinition definition;
    private final FunnelQuestion question;
    private final Standpoint at;
    private final long end;

    DefinedWays(
            DefinedLives lives,
            Accounts accounts,
            FunnelDefinition definition,
            FunnelQuestion question,
            Standpoint at) {
        this.lives = lives;
        this.accounts = accounts;
        this.definition = definition.asked(question);
        this.question = question;
        this.at = at;
        this.end = Micros.of(at.asOf().end());
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(new Step("Entered", definition.entryEvent(), false));
        definition.steps().forEach(step -> steps.add(new Step(step.name(), step.rule(), step.optional())));
        return steps;
    }

    @Override
    public Unit unit() {
        return definition.unit();
    }

    @Override
    public Order order() {
        return definition.order();
    }

    @Override
    public void each(Consumer<Way> receiver) {
        var known = accounts.byId(at, question.customerId());
        var way = new Way(definition.steps().size() + 1, definition.order() == Order.ANY);
        lives.each(definition, at, question.customerId(), happened -> {
            TimeLimit.check();
            var account = known.get(happened.customerId());
            if (account != null && isOfCohort(account)) {
                enter(happened, account, way, receiver);
            }
        });
    }

    private boolean isOfCohort(Account account) {
        return question.cohort() == null
                || question.cohort().equals(account.contracts().cohort(end));
    }

    private void enter(Happened happened, Account account, Way way, Consumer<Way> receiver) {
        long customerLeftAt = account.departures().ofCustomer(end);
        var left = account.departures().ofPeople(account.people().size(), end);
        for (var own : happened.units()) {
            int person = own.userId() == null ? -1 : account.people().person(own.userId());
            var journey = journey(own);
            if (journey != null) {
                journey.go(way, happened.customerId(), own.userId(), person < 0 ? customerLeftAt : left[person], end);
                receiver.accept(way);
            }
        }
    }

    /** The first event that lets somebody enter on a day that is asked for is the entry; later ones change nothing. */
    private @Nullable Journey journey(Own own) {
        var occurrences = own.until(end);
        for (int i = 0; i < occurrences.size(); i++) {
            var one = occurrences.get(i);
            if (one.event().equals(definition.entryEvent()) && question.takes(Micros.day(one.at()))) {
                return new Journey(definition, occurrences, i, one.at());
            }
        }
        return null;
    }
}
