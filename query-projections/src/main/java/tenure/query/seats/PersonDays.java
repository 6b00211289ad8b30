package tenure.query.seats;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tenure.query.people.FeatureCatalogue;
import tenure.query.people.Person;
import tenure.query.people.PersonFact;
import tenure.query.people.PersonFact.Kind;
import tenure.query.people.UseOfDay;

/** What one person counts for on each day, and the events that say so. */
final class PersonDays {

    /** Days that a window looks back, the day itself included. */
    static final int WINDOW = 28;

    /** What people are counted for. */
    enum Count {
        /** Ever logged on: a log-on or any use says so. */
        LOGGED_ON,
        /** Completed every required course. */
        TRAINED,
        /** Had a core event in 28 days. */
        ACTIVE28,
        /** Logged on in 28 days, and is deployed. */
        ENGAGED28,
        /** Is known, and neither deactivated nor erased. */
        DEPLOYED
    }

    private final Person person;
    private final FeatureCatalogue features;
    private final WindowOfDays logOns;
    private final WindowOfDays coreUses;

    PersonDays(Person person, FeatureCatalogue features) {
        this.person = person;
        this.features = features;
        this.logOns = WindowOfDays.of(WINDOW, person.uses().stream());
        this.coreUses = WindowOfDays.of(WINDOW, person.uses().stream().filter(features::isCore));
    }

    LocalDate createdOn() {
        return person.createdOn();
    }

    /**
     * Whether the person counts at the end of a day.
     *
     * @param required courses that everybody is meant to have completed on that day
     */
    boolean counts(Count count, LocalDate day, Set<String> required) {
        return switch (count) {
            case LOGGED_ON -> person.hasLoggedOnBy(day);
            case TRAINED -> !completions(day, required).isEmpty();
            case ACTIVE28 -> coreUses.isOpen(day);
            case ENGAGED28 -> logOns.isOpen(day) && isDeployed(day);
            case DEPLOYED -> isDeployed(day);
        };
    }

    /** The events that make the person count at the end of a day, oldest first; none when it does not count. */
    List<Long> told(Count count, LocalDate day, Set<String> required) {
        if (!counts(count, day, required)) {
            return List.of();
        }
        return switch (count) {
            case LOGGED_ON -> firstLogOn();
            case TRAINED -> completions(day, required);
            case ACTIVE28 -> positions(usesOfWindow(day).filter(features::isCore));
            case ENGAGED28 -> positions(usesOfWindow(day));
            case DEPLOYED -> deployment(day);
        };
    }

    private boolean isDeployed(LocalDate day) {
        return !person.createdOn().isAfter(day) && person.isEnabledOn(day);
    }

    private Stream<UseOfDay> usesOfWindow(LocalDate day) {
        return person.usesWithin(day.minusDays(WINDOW), day);
    }

    private static List<Long> positions(Stream<UseOfDay> uses) {
        return uses.flatMap(use -> use.positions().stream()).sorted().toList();
    }

    /** What made the person a user, and what was told of that since; of who was only seen, the first use. */
    private List<Long> deployment(LocalDate day) {
        var told = person.factsUntil(day).map(PersonFact::position).sorted().toList();
        return told.isEmpty() ? firstLogOn() : told;
    }

    private List<Long> firstLogOn() {
        return positions(person.uses().stream().filter(use -> use.day().equals(person.firstUsedOn())));
    }

    /**
     * The completions that make a person trained, of each course the first: of every required course, or where none is
     * required, of any.
     */
    private List<Long> completions(LocalDate day, Set<String> required) {
        var completed = new TreeMap<String, Long>();
        person.factsUntil(day, Kind.TRAINING_COMPLETED)
                .filter(fact -> required.isEmpty() || required.contains(fact.courseId()))
                .forEach(fact -> completed.putIfAbsent(fact.courseId(), fact.position()));
        return completed.keySet().containsAll(required)
                ? completed.values().stream().sorted().toList()
                : List.of();
    }

    /** The days on which a count may become true of the person, or untrue. */
    SortedSet<LocalDate> daysOfChange(Count count) {
        var days = new TreeSet<LocalDate>();
        switch (count) {
            case LOGGED_ON -> addFirstUse(days);
            case TRAINED -> addFacts(days);
            case ACTIVE28 -> days.addAll(coreUses.turns());
            case ENGAGED28 -> {
                addFacts(days);
                addFirstUse(days);
                days.addAll(logOns.turns());
            }
            case DEPLOYED -> {
                addFacts(days);
                addFirstUse(days);
            }
        }
        return days;
    }

    private void addFacts(Set<LocalDate> days) {
        person.facts().forEach(fact -> days.add(SeatFact.dayOf(fact.occurredAt())));
    }

    private void addFirstUse(Set<LocalDate> days) {
        if (person.firstUsedOn() != null) {
            days.add(person.firstUsedOn());
        }
    }
}
