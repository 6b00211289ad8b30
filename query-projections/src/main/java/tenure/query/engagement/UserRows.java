package tenure.query.engagement;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.engagement.CustomerUsers.CustomerUser;
import tenure.query.people.CourseCatalogue;
import tenure.query.people.CustomerPeople;
import tenure.query.people.FeatureCatalogue;
import tenure.query.people.Person;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.Question;
import tenure.query.shared.Standpoint;

/** Makes the rows of a customer's users. */
final class UserRows {

    static final String KNOWN = "users.known";
    static final String ACTIVE_DAYS = "users.active-days";

    private static final int OBSERVED_DAYS = 84;
    private static final int LEAST_DAYS = 14;
    private static final int PLACES = 4;

    private final CustomerPeople customer;
    private final Standpoint at;
    private final LocalDate asOf;

    UserRows(CustomerPeople customer, Standpoint at) {
        this.customer = customer;
        this.at = at;
        this.asOf = at.asOf().day();
    }

    CustomerUsers page(FeatureCatalogue features, CourseCatalogue courses, long after, int limit) {
        var basis = Basis.of(customer);
        var users = customer.persons().values().stream()
                .skip(after)
                .limit(limit)
                .map(person -> row(person, features, courses))
                .toList();
        long end = after + users.size();
        return new CustomerUsers(
                asOf,
                at.position(),
                customer.customerId(),
                basis,
                basis == Basis.PERSONS ? Figure.of(known().size(), KNOWN, at, "customer", customer.customerId()) : null,
                end < customer.persons().size() ? Question.cursorAfter(end) : null,
                users);
    }

    /** Every user, with the events by which it is known: what is told of it, else what it did. */
    List<Evidence> known() {
        return customer.persons().values().stream()
                .map(person -> Unit.of(person, asOf))
                .map(user -> new Evidence(
                        user.id(), 1, user.known().isEmpty() ? user.positions(user.createdOn(), asOf) : user.known()))
                .toList();
    }

    /** The active days of a user. */
    List<Evidence> activeDays(String userId, LocalDate from) {
        var person = customer.persons().get(userId);
        return person == null
                ? List.of()
                : Unit.of(person, asOf).within(from, asOf).entrySet().stream()
                        .map(day -> new Evidence(day.getKey().toString(), 1, day.getValue()))
                        .toList();
    }

    private CustomerUser row(Person person, FeatureCatalogue features, CourseCatalogue courses) {
        var user = Unit.of(person, asOf);
        var ladder = Ladder.of(person.uses(), features);
        var from = asOf.minusDays(Consistency.DAYS - 1);
        return new CustomerUser(
                user.id(),
                person.departmentOn(asOf),
                person.roleOn(asOf),
                person.stateOn(asOf),
                user.createdOn(),
                user.days().isEmpty() ? null : user.days().lastKey(),
                Figure.of(
                        activeDays(user.id(), from).size(),
                        ACTIVE_DAYS,
                        at,
                        "customer",
                        customer.customerId(),
                        "subject",
                        user.id(),
                        "from",
                        from.toString()),
                Consistency.of(user, asOf),
                activeDaysPer28(user),
                Lifecycle.of(user, asOf.minusDays(6), 7),
                Lifecycle.of(user, asOf.minusDays(27), 28),
                ladder.level(),
                ladder.daysFromCoreToAdvanced(),
                person.trainingOn(asOf, courses));
    }

    private @Nullable BigDecimal activeDaysPer28(Unit user) {
        long days = Math.min(OBSERVED_DAYS, ChronoUnit.DAYS.between(user.createdOn(), asOf) + 1);
        return days < LEAST_DAYS
                ? null
                : BigDecimal.valueOf(user.within(asOf.minusDays(days - 1), asOf).size() * 28L)
                        .divide(BigDecimal.valueOf(days), PLACES, HALF_UP);
    }
}
