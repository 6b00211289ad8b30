package tenure.query.seats;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tenure.query.life.Life;
import tenure.query.people.CourseCatalogue;
import tenure.query.people.CustomerPeople;
import tenure.query.people.FeatureCatalogue;
import tenure.query.people.TotalOfDay;
import tenure.query.seats.PersonDays.Count;
import tenure.query.shared.AsOf;

/** What is known of the people of one customer, on every day. */
final class PeopleLedger {

    /** Of a customer of whose people nothing is known. */
    static final PeopleLedger NOTHING = new PeopleLedger();

    private final TreeMap<String, PersonDays> people = new TreeMap<>();
    private final NavigableMap<LocalDate, TotalOfDay> totals = new TreeMap<>();
    private final CourseCatalogue courses;
    private final @Nullable LocalDate firstPersonOn;
    private final @Nullable LocalDate firstActiveOn;
    private final Map<Asked, NavigableMap<LocalDate, Long>> steps = new HashMap<>();

    /** Of what counts are kept; who is trained depends on the courses of the day. */
    private record Asked(Count count, Set<String> required) {}

    private PeopleLedger() {
        courses = new CourseCatalogue(List.of());
        firstPersonOn = null;
        firstActiveOn = null;
    }

    /** The people of a life as they were on a day. */
    static PeopleLedger of(Life life, Life definitions, AsOf asOf) {
        var people = CustomerPeople.of(life, asOf);
        return people == null
                ? NOTHING
                : new PeopleLedger(people, CourseCatalogue.of(definitions), FeatureCatalogue.of(definitions));
    }

    private PeopleLedger(CustomerPeople known, CourseCatalogue courses, FeatureCatalogue features) {
        this.courses = courses;
        known.persons().forEach((user, person) -> people.put(user, new PersonDays(person, features)));
        known.totals().forEach(total -> totals.put(total.day(), total));
        firstActiveOn = known.firstActiveOn();
        firstPersonOn = people.values().stream()
                .map(PersonDays::createdOn)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The first day on which somebody was known; null when nobody ever was. */
    @Nullable LocalDate firstPersonOn() {
        return firstPersonOn;
    }

    /** The first day on which anybody did anything, by name or in a total; null when there is none. */
    @Nullable LocalDate firstActiveOn() {
        return firstActiveOn;
    }

    /**
     * What is known on a day.
     *
     * @param seated whether any seat was ever given to a user, so that persons are known
     */
    SeatBasis basis(LocalDate day, boolean seated) {
        return !seated && !isBy(firstPersonOn, day) && isBy(firstActiveOn, day)
                ? SeatBasis.DAY_TOTALS
                : SeatBasis.PERSONS;
    }

    private static boolean isBy(@Nullable LocalDate first, LocalDate day) {
        return first != null && !first.isAfter(day);
    }

    /** Who counts on a day, with the events that say so. */
    Map<String, List<Long>> counted(Count count, LocalDate day, Predicate<String> among) {
        var required = required(count, day);
        var counted = new TreeMap<String, List<Long>>();
        people.forEach((user, person) -> {
            if (among.test(user) && person.counts(count, day, required)) {
                counted.put(user, person.told(count, day, required));
            }
        });
        return counted;
    }

    /** How many of some people count on a day. */
    long count(Count count, LocalDate day, Predicate<String> among) {
        var required = required(count, day);
        return people.entrySet().stream()
                .filter(person -> among.test(person.getKey()))
                .filter(person -> person.getValue().counts(count, day, required))
                .count();
    }

    private Set<String> required(Count count, LocalDate day) {
        return count == Count.TRAINED ? courses.requiredOn(day) : Set.of();
    }

    /** How many count on a day. Asked of many days it looks at each person once. */
    long countOn(Count count, LocalDate day) {
        var required = required(count, day);
        var step = steps(count, required).floorEntry(day);
        return step == null ? 0 : step.getValue();
    }

    /** How many count, by the first day on which it is that many. */
    NavigableMap<LocalDate, Long> series(Count count) {
        var series = new TreeMap<LocalDate, Long>(steps(count, Set.of()));
        if (count == Count.TRAINED) {
            courses.days().forEach(changed -> {
                series.tailMap(changed).clear();
                series.put(changed, countOn(count, changed));
                series.putAll(steps(count, required(count, changed)).tailMap(changed));
            });
        }
        return series;
    }

    /** How many counted on the busiest day of the window, by the first day on which it is that many; null: not known. */
    NavigableMap<LocalDate, @Nullable Long> busiest() {
        var series = new TreeMap<LocalDate, @Nullable Long>();
        for (var day : totals.keySet()) {
            var left = day.plusDays(PersonDays.WINDOW);
            series.put(day, busiestCount(day));
            series.put(left, busiestCount(left));
        }
        return series;
    }

    /** The counts by the first day on which they are what they are. */
    private NavigableMap<LocalDate, Long> steps(Count count, Set<String> required) {
        return steps.computeIfAbsent(new Asked(count, required), asked -> stepsOf(count, required));
    }

    private NavigableMap<LocalDate, Long> stepsOf(Count count, Set<String> required) {
        var changes = new TreeMap<LocalDate, Long>();
        for (var person : people.values()) {
            boolean counted = false;
            for (var day : person.daysOfChange(count)) {
                boolean counts = person.counts(count, day, required);
                if (counts != counted) {
                    changes.merge(day, counts ? 1L : -1L, Long::sum);
                    counted = counts;
                }
            }
        }
        return Sums.running(changes);
    }

    /** The day of the window with most people active; null when none of its days has a count of people. */
    @Nullable TotalOfDay busiest(LocalDate day) {
        return window(day).stream()
                .filter(total -> total.activeUsers() != null)
                .max(Comparator.<TotalOfDay>comparingInt(total -> Objects.requireNonNullElse(total.activeUsers(), 0))
                        .thenComparing(TotalOfDay::day, Comparator.reverseOrder()))
                .orElse(null);
    }

    /** Most people active on a day of the window; null when somebody was active, but no day says how many. */
    @Nullable Long busiestCount(LocalDate day) {
        var busiest = busiest(day);
        if (busiest != null && busiest.activeUsers() != null) {
            return (long) busiest.activeUsers();
        }
        return window(day).stream().anyMatch(TotalOfDay::isActive) ? null : (Long) 0L;
    }

    private Collection<TotalOfDay> window(LocalDate day) {
        return totals.subMap(day.minusDays(PersonDays.WINDOW), false, day, true).values();
    }
}
