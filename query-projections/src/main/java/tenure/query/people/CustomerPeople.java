package tenure.query.people;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tenure.query.life.Life;
import tenure.query.shared.AsOf;

/**
 * The people at a customer as seen from a standpoint.
 *
 * @param registeredAt  the event by which the customer signed up
 * @param gone          whether the customer had left
 * @param persons       by user id
 * @param totals        totals by day, oldest first
 * @param firstActiveOn first day with any use or with totals above nothing; null: none yet
 * @param audience      who is meant to use what was bought; null when nobody said
 */
public record CustomerPeople(
        String customerId,
        LocalDate registeredOn,
        long registeredAt,
        boolean gone,
        SortedMap<String, Person> persons,
        List<TotalOfDay> totals,
        @Nullable LocalDate firstActiveOn,
        @Nullable Audience audience) {

    /** The people of a life as they were on a day; null when the customer had not signed up. */
    public static @Nullable CustomerPeople of(Life life, AsOf asOf) {
        var people = new PeopleOfLife(life.customerId(), asOf);
        life.events().forEach(people::add);
        return people.people();
    }
}
