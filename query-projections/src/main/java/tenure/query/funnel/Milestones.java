package tenure.query.funnel;

import static tenure.query.funnel.Micros.NEVER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the people of a customer came how far, as of a moment. Looks at one customer after the other. */
final class Milestones {

    /** What is done on the way into the product; the tasks are done for all people of a customer. */
    enum Milestone {
        INVITED,
        ACTIVATED,
        LOGGED_ON,
        TRAINED,
        TASKS,
        VALUE
    }

    private final long end;
    private @Nullable Catalogue catalogue;
    private int[] requiredCourses = {};
    private int[] valueFeatures = {};
    private Account account;
    private long tasksDoneAt = NEVER;

    /**
     * Milestones as of a moment.
     *
     * @param end first moment that does not count
     */
    Milestones(long end, Account first) {
        this.end = end;
        this.account = first;
        look(first);
    }

    /** Turns to a customer. */
    void look(Account next) {
        account = next;
        tasksDoneAt = next.tasks().completedAt(end);
        var of = next.people().catalogue();
        if (of != catalogue) {
            catalogue = of;
            requiredCourses = of.requiredCourses(end);
            valueFeatures = of.valueFeatures(end);
        }
    }

    /** When a person came to a milestone; never when it has not. */
    long at(Milestone milestone, int person) {
        return switch (milestone) {
            case INVITED -> first(People.INVITED, person);
            case ACTIVATED -> first(People.ACTIVATED, person);
            case LOGGED_ON -> first(People.LOGGED_ON, person);
            case TRAINED -> trainedAt(person);
            case TASKS -> tasksDoneAt;
            case VALUE -> {
                int column = valueColumn(person);
                yield column < 0 ? NEVER : first(column, person);
            }
        };
    }

    private long first(int column, int person) {
        long at = account.people().at(column, person);
        return at < end ? at : NEVER;
    }

    /** The completion of the last required course; where none is required, of the first of all. */
    private long trainedAt(int person) {
        if (requiredCourses.length == 0) {
            return first(People.TRAINED, person);
        }
        long last = 0;
        for (int course : requiredCourses) {
            last = Math.max(last, first(People.course(course), person));
        }
        return last;
    }

    /** The feature of value that a person used first; -1 when it has used none. */
    private int valueColumn(int person) {
        var people = account.people();
        int first = -1;
        long firstAt = end;
        for (int feature : valueFeatures) {
            int column = people.feature(feature);
            long at = people.at(column, person);
            if (at < firstAt
                    || (first >= 0
                            && at == firstAt
                            && people.position(column, person) < people.position(first, person))) {
                first = column;
                firstAt = at;
            }
        }
        return first;
    }

    /** When the first of the people came to a milestone; never when none has. */
    long firstAt(Milestone milestone) {
        long first = milestone == Milestone.TASKS ? tasksDoneAt : NEVER;
        for (int person = 0; person < account.people().size(); person++) {
            first = Math.min(first, at(milestone, person));
        }
        return first;
    }

    /** The events by which a person came to a milestone, oldest first; none when it has not. */
    List<Long> positions(Milestone milestone, int person) {
        if (at(milestone, person) == NEVER) {
            return List.of();
        }
        var people = account.people();
        return switch (milestone) {
            case INVITED -> List.of(people.position(People.INVITED, person));
            case ACTIVATED -> List.of(people.position(People.ACTIVATED, person));
            case LOGGED_ON -> List.of(people.position(People.LOGGED_ON, person));
            case TRAINED ->
                requiredCourses.length == 0
                        ? List.of(people.position(People.TRAINED, person))
                        : Arrays.stream(requiredCourses)
                                .mapToObj(course -> people.position(People.course(course), person))
                                .sorted()
                                .toList();
            case TASKS -> account.tasks().positions(end);
            case VALUE -> List.of(people.position(valueColumn(person), person));
        };
    }

    /** The events by which the first of the people came to a milestone. */
    List<Long> firstPositions(Milestone milestone) {
        if (milestone == Milestone.TASKS) {
            return tasksDoneAt == NEVER ? List.of() : account.tasks().positions(end);
        }
        long first = firstAt(milestone);
        List<Long> found = new ArrayList<>();
        for (int person = 0; person < account.people().size() && first != NEVER; person++) {
            if (at(milestone, person) == first) {
                var positions = positions(milestone, person);
                found = found.isEmpty() || positions.getFirst() < found.getFirst() ? positions : found;
            }
        }
        return found;
    }
}
