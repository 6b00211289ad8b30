package tenure.query.people;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.people.PersonFact.Kind;
import tenure.query.shared.AsOf;
import tenure.query.shared.Question;

/**
 * One person at a customer, with everything that is known. What it was on a day follows from what happened until the end
 * of that day; it is never asked about a day after the one that the facts were read for.
 *
 * @param facts       by the time they are about, and by their place in the log
 * @param uses        by day and feature, from the day on from which uses were read
 * @param firstUsedOn day of the first use or log-on of all, also of those that were not read; null: none yet
 */
public record Person(
        String customerId,
        String userId,
        List<PersonFact> facts,
        List<UseOfDay> uses,
        @Nullable LocalDate firstUsedOn) {

    /** Whether somebody may work. */
    public enum State {
        INVITED,
        ACTIVE,
        DEACTIVATED,
        ERASED;

        /** The word in answers. */
        @JsonValue
        public String word() {
            return Question.word(this);
        }
    }

    /** How far somebody has come with the courses. */
    public enum Training {
        NONE,
        ASSIGNED,
        STARTED,
        TRAINED;

        /** The word in answers. */
        @JsonValue
        public String word() {
            return Question.word(this);
        }
    }

    /** Puts the facts in order. */
    public Person {
        facts = facts.stream()
                .sorted(comparing(PersonFact::occurredAt).thenComparingLong(PersonFact::position))
                .toList();
    }

    /** The facts of some kinds until the end of a day, in order; no kind means all. */
    public Stream<PersonFact> factsUntil(LocalDate day, Kind... kinds) {
        var end = new AsOf(day).end();
        var wanted = Set.of(kinds);
        return facts.stream()
                .filter(fact -> fact.occurredAt().isBefore(end) && (wanted.isEmpty() || wanted.contains(fact.kind())));
    }

    /**
     * Whether the person may work, and has begun to. Who was seen using the product is active even if nobody reported an
     * activation; who is erased stays so.
     */
    public State stateOn(LocalDate day) {
        if (factsUntil(day, Kind.ERASED).findAny().isPresent()) {
            return State.ERASED;
        }
        var last = factsUntil(day, Kind.ACTIVATED, Kind.DEACTIVATED, Kind.REACTIVATED)
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (last != null && last.kind() == Kind.DEACTIVATED) {
            return State.DEACTIVATED;
        }
        return last != null || hasLoggedOnBy(day) ? State.ACTIVE : State.INVITED;
    }

    /** Whether the person may work: neither deactivated nor erased. */
    public boolean isEnabledOn(LocalDate day) {
        var state = stateOn(day);
        return state == State.INVITED || state == State.ACTIVE;
    }

    /** Whether the person ever logged on: a log-on or any use says so. An activation is another clock. */
    public boolean hasLoggedOnBy(LocalDate day) {
        return firstUsedOn != null && !firstUsedOn.isAfter(day);
    }

    /** The day from which on the person is known: of the first that is told, or of the first use if that is earlier. */
    public LocalDate createdOn() {
        var told = facts.isEmpty()
                ? LocalDate.MAX
                : LocalDate.ofInstant(facts.getFirst().occurredAt(), ZoneOffset.UTC);
        return firstUsedOn != null && firstUsedOn.isBefore(told) ? firstUsedOn : told;
    }

    /** Where the person works; null when not known. */
    public @Nullable String departmentOn(LocalDate day) {
        var place = placeOn(day);
        return place == null ? null : place.department();
    }

    /** What the person does there; null when not known. */
    public @Nullable String roleOn(LocalDate day) {
        var place = placeOn(day);
        return place == null ? null : place.role();
    }

    private @Nullable PersonFact placeOn(LocalDate day) {
        return factsUntil(day, Kind.INVITED, Kind.ROLE_CHANGED)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /**
     * How far the person has come. Trained is who has completed every course that was required on that day; where none
     * was, who has completed any course.
     */
    public Training trainingOn(LocalDate day, CourseCatalogue courses) {
        var assigned = courses(day, Kind.TRAINING_ASSIGNED);
        var completed = courses(day, Kind.TRAINING_COMPLETED);
        var required = courses.requiredOn(day);
        if (required.isEmpty() ? !completed.isEmpty() : completed.containsAll(required)) {
            return Training.TRAINED;
        }
        if (!completed.isEmpty() || !courses(day, Kind.TRAINING_STARTED).isEmpty()) {
            return Training.STARTED;
        }
        return assigned.isEmpty() ? Training.NONE : Training.ASSIGNED;
    }

    private Set<String> courses(LocalDate day, Kind kind) {
        var courses = new HashSet<String>();
        factsUntil(day, kind).forEach(fact -> courses.add(fact.courseId()));
        return courses;
    }

    /** The uses of {@code (after, until]}. */
    public Stream<UseOfDay> usesWithin(LocalDate after, LocalDate until) {
        return uses.stream()
                .filter(use -> use.day().isAfter(after) && !use.day().isAfter(until));
    }
}
