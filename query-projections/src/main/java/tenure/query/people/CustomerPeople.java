package tenure.query.people;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The people at a customer as seen from a standpoint.
 *
 * @param registeredAt  the event by which the customer signed up
 * @param gone          whether the customer had left
 * @param persons       by user id
 * @param totals        totals by day, oldest first, from the day on from which uses were read
 * @param firstActiveOn first day with any use or with totals above nothing, also before that day; null: none yet
 */
public record CustomerPeople(
        String customerId,
        LocalDate registeredOn,
        long registeredAt,
        boolean gone,
        SortedMap<String, Person> persons,
        List<TotalOfDay> totals,
        @Nullable LocalDate firstActiveOn) {}
