package tenure.query.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.people.CustomerPeople;
import tenure.query.people.Person;
import tenure.query.people.PersonFact;

/**
 * A user, or a customer's account, with the days on which it was active. A user is active on a day with a log-on or any use
 * of a feature; an account when one of its users is, or when the totals of the day say so.
 *
 * @param id            of the user or of the customer
 * @param createdOn     since when it is known; no later than its first active day
 * @param firstActiveOn null: never active
 * @param current       whether it counts where those without activity count: a user who may work, an account that has not
 *                      left
 * @param days          active days with the events that say so, from the day on from which uses were read
 * @param known         events by which it is known
 */
record Unit(
        String id,
        boolean isUser,
        LocalDate createdOn,
        @Nullable LocalDate firstActiveOn,
        boolean current,
        NavigableMap<LocalDate, List<Long>> days,
        List<Long> known) {

    /** The users of a customer and its account. */
    static List<Unit> of(CustomerPeople customer, LocalDate asOf) {
        var units = new ArrayList<Unit>();
        var accountDays = new TreeMap<LocalDate, List<Long>>();
        for (var person : customer.persons().values()) {
            var user = of(person, asOf);
            user.days.forEach((day, positions) -> accountDays.merge(day, positions, Unit::both));
            units.add(user);
        }
        for (var total : customer.totals()) {
            if (total.isActive()) {
                accountDays.merge(total.day(), List.of(total.position()), Unit::both);
            }
        }
        var firstActiveOn = customer.firstActiveOn();
        units.add(new Unit(
                customer.customerId(),
                false,
                firstActiveOn != null && firstActiveOn.isBefore(customer.registeredOn())
                        ? firstActiveOn
                        : customer.registeredOn(),
                firstActiveOn,
                !customer.gone(),
                accountDays,
                List.of(customer.registeredAt())));
        return units;
    }

    static Unit of(Person person, LocalDate asOf) {
        var days = new TreeMap<LocalDate, List<Long>>();
        for (var use : person.uses()) {
            days.merge(use.day(), use.positions(), Unit::both);
        }
        return new Unit(
                person.userId(),
                true,
                person.createdOn(),
                person.firstUsedOn(),
                person.isEnabledOn(asOf),
                days,
                person.facts().stream().map(PersonFact::position).sorted().toList());
    }

    private static List<Long> both(List<Long> some, List<Long> more) {
        return Stream.concat(some.stream(), more.stream()).sorted().toList();
    }

    /** Active days from one to another, both included, with the events that say so. */
    NavigableMap<LocalDate, List<Long>> within(LocalDate first, LocalDate last) {
        return days.subMap(first, true, last, true);
    }

    boolean isActive(LocalDate first, LocalDate last) {
        return !within(first, last).isEmpty();
    }

    /** The events of active days from one to another, oldest first. */
    List<Long> positions(LocalDate first, LocalDate last) {
        return within(first, last).values().stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
    }
}
