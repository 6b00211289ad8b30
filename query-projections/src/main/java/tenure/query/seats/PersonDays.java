package tenure.query.seats;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.people.FeatureCatalogue;
import tenure.query.people.Person;
import tenure.query.people.PersonFact;
import tenure.query.people.PersonFact.Kind;

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
    private final TreeMap<LocalDate, List<Long>> logOns = new TreeMap<>();
    private final TreeMap<LocalDate, List<Long>> coreUses = new TreeMap<>();

    PersonDays(Person person, FeatureCatalogue features) {
        this.person = person;
        for (var use : person.uses()) {
            logOns.merge(use.day(), use.positions(), PersonDays::both);
            if (features.isCore(use)) {
                coreUses.merge(use.day(), use.positions(), PersonDays::both);
            }
        }
    }

    private static List<Long> both(List<Long> one, List<Long> other) {
        return Stream.concat(one.stream(), other.stream()).sorted().toList();
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
            case ACTIVE28 -> !window(coreUses, day).isEmpty();
            case ENGAGED28 -> isDeployed(day) && !window(logOns, day).isEmpty();
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
            case ACTIVE28 -> all(window(coreUses, day));
            case ENGAGED28 -> all(window(logOns, day));
            case DEPLOYED -> deployment(day);
        };
    }

    private boolean isDeployed(LocalDate day) {
        return !person.createdOn().isAfter(day) && person.isEnabledOn(day);
    }

    private static NavigableMap<LocalDate, List<Long>> window(NavigableMap<LocalDate, List<Long>> days, LocalDate day) {
        return days.subMap(day.minusDays(WINDOW), false, day, true);
    }

    private static List<Long> all(NavigableMap<LocalDate, List<Long>> days) {
        return days.values().stream().flatMap(Collection::stream).sorted().toList();
    }

    /** What made the person a user, and what was told of that since; of who was only seen, the first use. */
    private List<Long> deployment(LocalDate day) {
        var told = person.factsUntil(day).map(PersonFact::position).sorted().toList();
        return told.isEmpty() ? firstLogOn() : told;
    }

    /** Nothing where uses of that time were not read, as for all customers at once, which need only to be counted. */
    private List<Long> firstLogOn() {
        return logOns.isEmpty() ? List.of() : logOns.firstEntry().getValue();
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
    Set<LocalDate> daysOfChange(Count count) {
        var days = new TreeSet<LocalDate>();
        days.add(person.createdOn());
        person.facts().forEach(fact -> days.add(SeatFact.dayOf(fact.occurredAt())));
        switch (count) {
            case LOGGED_ON, DEPLOYED -> addIfKnown(person.firstUsedOn(), days);
            case ACTIVE28 -> addWindows(coreUses, days);
            case ENGAGED28 -> addWindows(logOns, days);
            case TRAINED -> {
                // Told by the facts alone.
            }
        }
        return days;
    }

    private static void addIfKnown(@Nullable LocalDate day, Set<LocalDate> days) {
        if (day != null) {
            days.add(day);
        }
    }

    private static void addWindows(NavigableMap<LocalDate, List<Long>> uses, Set<LocalDate> days) {
        for (var day : uses.keySet()) {
            days.add(day);
            days.add(day.plusDays(WINDOW));
        }
    }
}
