package tenure.query.engagement;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<String, UnitEvents> users;
    private final Standpoint at;
    private final LocalDate asOf;

    UserRows(CustomerEvents customer, Standpoint at) {
        this.customer = customer.people();
        this.users = customer.users();
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
        return customer.persons().keySet().stream()
                .map(this::user)
                .map(user -> new Evidence(
                        user.unit().id(),
                        1,
                        user.known().isEmpty() ? user.positions(createdOn(user.unit()), asOf) : user.known()))
                .toList();
    }

    private UnitEvents user(String userId) {
        return Objects.requireNonNull(users.get(userId));
    }

    private static LocalDate createdOn(Unit user) {
        return LocalDate.ofEpochDay(user.createdOn());
    }

    /** The active days of a user. */
    List<Evidence> activeDays(String userId, LocalDate from) {
        var user = users.get(userId);
        return user == null
                ? List.of()
                : user.within(from, asOf).entrySet().stream()
                        .map(day -> new Evidence(day.getKey().toString(), 1, day.getValue()))
                        .toList();
    }

    private CustomerUser row(Person person, FeatureCatalogue features, CourseCatalogue courses) {
        var user = user(person.userId()).unit();
        var ladder = Ladder.of(person.uses(), features);
        var from = asOf.minusDays(Consistency.DAYS - 1);
        return new CustomerUser(
                user.id(),
                person.departmentOn(asOf),
                person.roleOn(asOf),
                person.stateOn(asOf),
                createdOn(user),
                user.lastActiveOn() == Days.NONE ? null : LocalDate.ofEpochDay(user.lastActiveOn()),
                Figure.of(
                        user.activeDays(Days.number(from), user.asOf()),
                        ACTIVE_DAYS,
                        at,
                        "customer",
                        customer.customerId(),
                        "subject",
                        user.id(),
                        "from",
                        from.toString()),
                Consistency.of(user),
                activeDaysPer28(user),
                Lifecycle.of(user, user.asOf() - 6, 7),
                Lifecycle.of(user, user.asOf() - 27, 28),
                ladder.level(),
                ladder.daysFromCoreToAdvanced(),
                person.trainingOn(asOf, courses));
    }

    private @Nullable BigDecimal activeDaysPer28(Unit user) {
        int days = Math.min(OBSERVED_DAYS, user.asOf() - user.createdOn() + 1);
        return days < LEAST_DAYS
                ? null
                : BigDecimal.valueOf(user.activeDays(user.asOf() - days + 1, user.asOf()) * 28L)
                        .divide(BigDecimal.valueOf(days), PLACES, HALF_UP);
    }
}
