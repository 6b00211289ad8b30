package tenure.query.funnel;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Facts.FirstFact;

/** What one person did first on the way into the product. */
final class Person {

    /** When something was done, and the events that did it. */
    record Milestone(Instant at, List<Long> positions) {

        static @Nullable Milestone earliest(Stream<Milestone> milestones) {
            return milestones
                    .min(comparing(Milestone::at)
                            .thenComparing(milestone -> milestone.positions().getFirst()))
                    .orElse(null);
        }
    }

    private final String userId;
    private final List<FirstFact> facts;
    private final Set<String> requiredCourses;

    /**
     * A person.
     *
     * @param facts           the facts that are known of it; uses only of features of value
     * @param requiredCourses courses that it must complete; empty: any
     */
    Person(String userId, List<FirstFact> facts, Set<String> requiredCourses) {
        this.userId = userId;
        this.facts = facts;
        this.requiredCourses = requiredCourses;
    }

    /** The people of a customer, by id. */
    static List<Person> of(List<FirstFact> ofCustomer, Set<String> requiredCourses) {
        var byUser = ofCustomer.stream()
                .collect(Collectors.groupingBy(FirstFact::userId, TreeMap::new, Collectors.toList()));
        return byUser.entrySet().stream()
                .map(person -> new Person(person.getKey(), person.getValue(), requiredCourses))
                .toList();
    }

    String userId() {
        return userId;
    }

    @Nullable Milestone invited() {
        return first(FirstKind.INVITED);
    }

    @Nullable Milestone activated() {
        return first(FirstKind.ACTIVATED);
    }

    @Nullable Milestone loggedOn() {
        return first(FirstKind.LOGGED_ON);
    }

    /** The first use of a feature of value. */
    @Nullable Milestone value() {
        return first(FirstKind.USED);
    }

    /** The completion of the last required course; where none is required, of the first of all. */
    @Nullable Milestone trained() {
        if (requiredCourses.isEmpty()) {
            return first(FirstKind.TRAINED);
        }
        Map<String, Optional<FirstFact>> completed = facts.stream()
                .filter(fact -> fact.kind() == FirstKind.TRAINED && requiredCourses.contains(fact.subject()))
                .collect(Collectors.groupingBy(
                        FirstFact::subject,
                        Collectors.minBy(comparing(FirstFact::occurredAt).thenComparingLong(FirstFact::position))));
        if (completed.size() < requiredCourses.size()) {
            return null;
        }
        var firsts = completed.values().stream().flatMap(Optional::stream).toList();
        var positions = new ArrayList<>(
                firsts.stream().map(FirstFact::position).sorted().toList());
        return firsts.stream()
                .map(FirstFact::occurredAt)
                .max(Instant::compareTo)
                .map(at -> new Milestone(at, positions))
                .orElse(null);
    }

    private @Nullable Milestone first(FirstKind kind) {
        return Milestone.earliest(facts.stream()
                .filter(fact -> fact.kind() == kind)
                .map(fact -> new Milestone(fact.occurredAt(), List.of(fact.position()))));
    }
}
