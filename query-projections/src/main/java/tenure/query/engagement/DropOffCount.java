package tenure.query.engagement;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.people.CustomerPeople;
import tenure.query.people.Person;
import tenure.query.people.UseOfDay;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/** Counts who stops after a feature, of customers that come one at a time. Every figure is the sum of its evidence. */
final class DropOffCount {

    static final String USERS = "drop-off.users";
    static final String OPEN = "drop-off.open";
    static final String UNMATCHED = "drop-off.unmatched";
    static final String MATCHED = "drop-off.matched";
    static final String DROPPED = "drop-off.dropped";
    static final String COMPARED = "drop-off.compared";
    static final Set<String> NAMES = Set.of(USERS, OPEN, UNMATCHED, MATCHED, DROPPED, COMPARED);

    private static final int DROPS_WITHIN_DAYS = 14;
    private static final int KNOWN_AFTER_DAYS = 28;
    private static final int WEEK = 7;
    private static final int PLACES = 4;

    private final String feature;
    private final @Nullable String customerId;
    private final Standpoint at;
    private final LocalDate asOf;
    private final List<Observed> users = new ArrayList<>();
    private final Map<Long, List<Observed>> others = new TreeMap<>();

    /**
     * Somebody after a reference day.
     *
     * @param week      of the reference day, since creation
     * @param isOpen    whether it is not known yet
     * @param positions events of the reference day and of the last active day
     */
    private record Observed(String userId, long week, boolean isOpen, boolean drops, List<Long> positions) {}

    DropOffCount(String feature, @Nullable String customerId, Standpoint at) {
        this.feature = feature;
        this.customerId = customerId;
        this.at = at;
        this.asOf = at.asOf().day();
    }

    /** Adds a customer. All uses must have been read. */
    void add(CustomerPeople customer) {
        for (var person : customer.persons().values()) {
            var unit = Unit.of(person, asOf);
            var firstUse = person.uses().stream()
                    .filter(use -> use.feature().equals(feature))
                    .map(UseOfDay::day)
                    .min(LocalDate::compareTo);
            if (firstUse.isPresent()) {
                users.add(observed(person, unit, firstUse.get()));
            } else {
                weeks(person, unit);
            }
        }
    }

    /** Whether anybody used the feature. */
    boolean isUsed() {
        return !users.isEmpty();
    }

    private void weeks(Person person, Unit unit) {
        var seen = new HashSet<Long>();
        for (var day : unit.days().keySet()) {
            var observed = observed(person, unit, day);
            if (seen.add(observed.week) && !observed.isOpen) {
                others.computeIfAbsent(observed.week, any -> new ArrayList<>()).add(observed);
            }
        }
    }

    private Observed observed(Person person, Unit unit, LocalDate day) {
        var last = unit.days().lastKey();
        var positions = Stream.of(day, last)
                .distinct()
                .flatMap(one -> unit.days().getOrDefault(one, List.of()).stream())
                .toList();
        return new Observed(
                person.userId(),
                ChronoUnit.DAYS.between(unit.createdOn(), day) / WEEK,
                day.plusDays(KNOWN_AFTER_DAYS).isAfter(asOf),
                !last.isAfter(day.plusDays(DROPS_WITHIN_DAYS)),
                positions);
    }

    DropOff dropOff() {
        var matched = matched().toList();
        // Those who would have dropped off at the rate of the others of the same week, as a fraction.
        var expected = BigInteger.ZERO;
        var of = BigInteger.ONE;
        for (var user : matched) {
            var same = others.getOrDefault(user.week, List.of());
            var all = BigInteger.valueOf(same.size());
            expected = expected.multiply(all).add(of.multiply(BigInteger.valueOf(dropped(same))));
            of = of.multiply(all);
            var common = expected.gcd(of);
            expected = expected.divide(common);
            of = of.divide(common);
        }
        var among = of.multiply(BigInteger.valueOf(matched.size()));
        var dropped = BigInteger.valueOf(dropped(matched)).multiply(of);
        return new DropOff(
                asOf,
                at.position(),
                feature,
                customerId,
                figure(USERS),
                figure(OPEN),
                figure(UNMATCHED),
                Rate.of(figure(DROPPED), figure(MATCHED)),
                figure(COMPARED),
                quotient(expected, among),
                quotient(dropped.subtract(expected), among));
    }

    private static long dropped(List<Observed> observed) {
        return observed.stream().filter(Observed::drops).count();
    }

    private static @Nullable BigDecimal quotient(BigInteger of, BigInteger among) {
        return among.signum() == 0 ? null : new BigDecimal(of).divide(new BigDecimal(among), PLACES, HALF_UP);
    }

    private Stream<Observed> matched() {
        return users.stream().filter(user -> !user.isOpen && others.containsKey(user.week));
    }

    /** What a figure counts. */
    List<Evidence> evidence(String figure) {
        return switch (figure) {
            case USERS -> each(users);
            case OPEN -> each(users.stream().filter(Observed::isOpen).toList());
            case UNMATCHED ->
                each(users.stream()
                        .filter(user -> !user.isOpen && !others.containsKey(user.week))
                        .toList());
            case MATCHED -> each(matched().toList());
            case DROPPED -> each(matched().filter(Observed::drops).toList());
            case COMPARED ->
                each(matched()
                        .map(Observed::week)
                        .distinct()
                        .sorted()
                        .flatMap(week -> others.getOrDefault(week, List.of()).stream())
                        .toList());
            default -> throw new IllegalArgumentException("There is no figure '" + figure + "'.");
        };
    }

    private static List<Evidence> each(Collection<Observed> observed) {
        return observed.stream()
                .map(one -> new Evidence(one.userId, 1, one.positions))
                .toList();
    }

    private Figure figure(String name) {
        return Figure.of(evidence(name).size(), name, at, "customer", customerId, "subject", feature);
    }
}
