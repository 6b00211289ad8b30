package tenure.query.funnel;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tenure.query.funnel.Activations.Count;
import tenure.query.life.LivesProjection;
import tenure.query.shared.FigureSource;
import tenure.query.shared.Question;
import tenure.query.shared.Refusals;

/** Names the events behind the tasks of a customer, and behind activation. */
@Component
class OnboardingFigures implements FigureSource {

    private final Accounts accounts;

    OnboardingFigures(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Set<String> projections() {
        return Set.of(LivesProjection.NAME);
    }

    @Override
    public Set<String> figures() {
        return Stream.concat(
                        Stream.of(OnboardingStates.REQUIRED, OnboardingStates.COMPLETED),
                        Stream.of(Count.values()).map(Count::figure))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<Evidence> evidence(Asked asked) {
        return page(asked, 0, Integer.MAX_VALUE).shown();
    }

    @Override
    public EvidencePage page(Asked asked, long after, int limit) {
        var counted = new Paged(after, limit);
        if (asked.figure().startsWith("activation.")) {
            activation(asked, counted);
        } else {
            tasks(asked, counted);
        }
        return counted.page();
    }

    private void tasks(Asked asked, Paged counted) {
        if (asked.customerId() == null) {
            throw Refusals.badParameter("customer", "MISSING", "'customer' must name the customer of the tasks.");
        }
        for (var account : accounts.at(asked.at(), asked.customerId())) {
            var tasks = account.tasks().all(Micros.of(asked.at().asOf().end()));
            (asked.figure().equals(OnboardingStates.COMPLETED)
                            ? OnboardingStates.completed(tasks)
                            : OnboardingStates.required(tasks))
                    .forEach(task -> counted.add(
                            1, () -> new Evidence(task.onboardingId() + ' ' + task.taskId(), 1, task.positions())));
        }
    }

    private void activation(Asked asked, Paged counted) {
        var parameters = new HashMap<>(FunnelQuestion.parameters(asked.subject() == null ? "" : asked.subject()));
        if (asked.customerId() != null) {
            parameters.put("customer", new String[] {asked.customerId()});
        }
        var question = new Question(parameters, asked.at().asOf().day(), "from", "to", "days", "threshold", "customer");
        new Activations(ActivationController.asked(question), asked.at(), (as, evidence) -> {
                    if (as.figure().equals(asked.figure())) {
                        counted.add(1, evidence);
                    }
                })
                .run(accounts);
    }
}
