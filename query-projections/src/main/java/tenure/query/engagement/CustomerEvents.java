package tenure.query.engagement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.life.Life;
import tenure.query.people.CustomerPeople;
import tenure.query.people.Person;
import tenure.query.people.PersonFact;
import tenure.query.shared.AsOf;

/**
 * The users and the account of a customer with the events that tell of them.
 *
 * @param activity what is counted
 * @param people   what is told, until the day asked about
 * @param units    users by id, and the account at the end
 */
record CustomerEvents(Activity activity, CustomerPeople people, List<UnitEvents> units) {

    /** The units of a life as seen from a day; null when the customer had not signed up. */
    static @Nullable CustomerEvents of(Life life, AsOf asOf) {
        var people = CustomerPeople.of(life, asOf);
        var activity = Activity.of(life);
        return people == null || activity == null
                ? null
                : new CustomerEvents(
                        activity,
                        people,
                        activity.units(Days.number(asOf.day())).stream()
                                .map(unit -> of(unit, people))
                                .toList());
    }

    /** The users by id. */
    Map<String, UnitEvents> users() {
        return units.stream()
                .filter(unit -> unit.unit().isUser())
                .collect(Collectors.toMap(unit -> unit.unit().id(), Function.identity()));
    }

    private static UnitEvents of(Unit unit, CustomerPeople people) {
        var days = new TreeMap<LocalDate, List<Long>>();
        if (!unit.isUser()) {
            people.persons().values().forEach(person -> addUses(person, days));
            people.totals().stream()
                    .filter(total -> total.isActive())
                    .forEach(total -> days.merge(total.day(), List.of(total.position()), CustomerEvents::both));
            return new UnitEvents(unit, days, List.of(people.registeredAt()));
        }
        var person = people.persons().get(unit.id());
        if (person == null) {
            throw new IllegalStateException("Nothing is told of user '" + unit.id() + "'.");
        }
        addUses(person, days);
        return new UnitEvents(
                unit,
                days,
                person.facts().stream().map(PersonFact::position).sorted().toList());
    }

    private static void addUses(Person person, NavigableMap<LocalDate, List<Long>> days) {
        person.uses().forEach(use -> days.merge(use.day(), use.positions(), CustomerEvents::both));
    }

    private static List<Long> both(List<Long> some, List<Long> more) {
        return Stream.concat(some.stream(), more.stream()).sorted().toList();
    }
}
