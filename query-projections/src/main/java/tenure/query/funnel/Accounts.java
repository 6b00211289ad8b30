package tenure.query.funnel;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Facts.Agreed;
import tenure.query.funnel.Facts.FirstFact;
import tenure.query.funnel.Facts.TaskFact;
import tenure.query.shared.Standpoint;

/** What is known of customers and their people for the onboarding, some customers at a time. */
final class Accounts {

    /**
     * One customer.
     *
     * @param awayFacts the comings and goings of the customer and its people
     */
    record Account(
            String customerId, Contracts contracts, Tasks tasks, List<Person> people, List<Occurrence> awayFacts) {}

    private Accounts() {}

    /** Gives the customers in the order of their ids; null: all. */
    static void each(
            FunnelReader reader, @Nullable String customerId, Standpoint at, Consumer<List<Account>> receiver) {
        var features = reader.valueFeatures(at);
        var courses = reader.requiredCourses(at);
        Ways.inParts(reader.customers(customerId, at), ids -> {
            var contracts = reader.contracts(ids, at).stream().collect(groupingBy(Agreed::customerId));
            var tasks = reader.tasks(ids, at).stream().collect(groupingBy(TaskFact::customerId));
            var firsts = reader.firsts(ids, features, courses, at).stream().collect(groupingBy(FirstFact::customerId));
            var away = reader.away(ids, at);
            receiver.accept(ids.stream()
                    .map(id -> new Account(
                            id,
                            new Contracts(contracts.getOrDefault(id, List.of())),
                            new Tasks(tasks.getOrDefault(id, List.of())),
                            Person.of(firsts.getOrDefault(id, List.of()), courses),
                            away.getOrDefault(id, List.of())))
                    .toList());
        });
    }
}
