package tenure.query.funnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tenure.query.funnel.Accounts.Account;
import tenure.query.funnel.Activations.Count;
import tenure.query.funnel.Activations.Counted;
import tenure.query.shared.FigureSource;
import tenure.query.shared.Question;
import tenure.query.shared.Refusals;

/** Names the events behind the tasks of a customer, and behind activation. */
@Component
class OnboardingFigures implements FigureSource {

    private final FunnelReader reader;

    OnboardingFigures(FunnelReader reader) {
        this.reader = reader;
    }

    @Override
    public Set<String> projections() {
        return Set.of(FunnelProjection.NAME);
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
        return asked.figure().startsWith("activation.") ? activation(asked) : tasks(asked);
    }

    private List<Evidence> tasks(Asked asked) {
        if (asked.customerId() == null) {
            throw Refusals.badParameter("customer", "MISSING", "'customer' must name the customer of the tasks.");
        }
        var found = new ArrayList<Account>();
        Accounts.each(reader, asked.customerId(), asked.at(), found::addAll);
        return found.stream()
                .map(Account::tasks)
                .flatMap(tasks -> asked.figure().equals(OnboardingStates.COMPLETED)
                        ? OnboardingStates.completed(tasks)
                        : tasks.required().stream())
                .map(task -> new Evidence(task.onboardingId() + ' ' + task.taskId(), 1, task.positions()))
                .toList();
    }

    private List<Evidence> activation(Asked asked) {
        var parameters = new HashMap<>(FunnelQuestion.parameters(asked.subject() == null ? "" : asked.subject()));
        if (asked.customerId() != null) {
            parameters.put("customer", new String[] {asked.customerId()});
        }
        var question = new Question(parameters, asked.at().asOf().day(), "from", "to", "days", "threshold", "customer");
        var counted = new ArrayList<Counted>();
        new Activations(ActivationController.asked(question), asked.at(), counted::add).run(reader);
        return counted.stream()
                .filter(one -> one.as().figure().equals(asked.figure()))
                .map(Counted::evidence)
                .toList();
    }
}
