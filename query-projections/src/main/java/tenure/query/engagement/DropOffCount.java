package tenure.query.engagement;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/** Counts who stops after a feature, of customers that come one at a time: by the week since creation, and no more. */
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
    private final int asOf;
    private long open;
    private final Weeks users = new Weeks();
    private final Weeks others = new Weeks();

    /**
     * Somebody after a reference day.
     *
     * @param day    the reference day
     * @param last   the last active day
     * @param week   of the reference day, since creation
     * @param isOpen whether it is not known yet
     */
    private record Observed(String userId, boolean used, int day, int last, int week, boolean isOpen) {

        boolean drops() {
            return last <= day + DROPS_WITHIN_DAYS;
        }
    }

    /** How many there are of each week, those of whom it is known. */
    private static final class Weeks {

        private long[] all = {};
        private long[] dropped = {};

        void add(Observed one) {
            if (one.week >= all.length) {
                int room = Math.max(2 * all.length, one.week + 1);
                all = Arrays.copyOf(all, room);
                dropped = Arrays.copyOf(dropped, room);
            }
            all[one.week]++;
            dropped[one.week] += one.drops() ? 1 : 0;
        }

        long all(int week) {
            return week < all.length ? all[week] : 0;
        }

        long dropped(int week) {
            return week < dropped.length ? dropped[week] : 0;
        }
    }

    DropOffCount(String feature, @Nullable String customerId, Standpoint at) {
        this.feature = feature;
        this.customerId = customerId;
        this.at = at;
        this.asOf = Days.number(at.asOf().day());
    }

    void add(Activity customer) {
        observe(customer, one -> {
            if (one.isOpen) {
                open++;
            } else {
                (one.used ? users : others).add(one);
            }
        });
    }

    /** Users of the feature once each, others once for every week in which they were active and of which it is known. */
    private void observe(Activity customer, Consumer<Observed> receiver) {
        int index = customer.indexOf(feature);
        for (var member : customer.members) {
            int firstUse = index < 0 ? Days.NEVER : member.firstUses()[index];
            int last = member.days().until(asOf);
            if (firstUse <= asOf) {
                receiver.accept(observed(member, true, firstUse, last));
                continue;
            }
            int day = member.days().first();
            while (day <= asOf - KNOWN_AFTER_DAYS) {
                var one = observed(member, false, day, last);
                receiver.accept(one);
                day = member.days().from(member.createdOn() + WEEK * (one.week + 1));
            }
        }
    }

    private Observed observed(Activity.Member member, boolean used, int day, int last) {
        return new Observed(
                member.userId(), used, day, last, (day - member.createdOn()) / WEEK, day > asOf - KNOWN_AFTER_DAYS);
    }

    /** Whether anybody used the feature. */
    boolean isUsed() {
        return open > 0 || weeksOfUsers().findAny().isPresent();
    }

    private IntStream weeksOfUsers() {
        return IntStream.range(0, users.all.length).filter(week -> users.all(week) > 0);
    }

    private IntStream matchedWeeks() {
        return weeksOfUsers().filter(week -> others.all(week) > 0);
    }

    DropOff dropOff() {
        // Those who would have dropped off at the rate of the others of the same week, as a fraction.
        var expected = BigInteger.ZERO;
        var of = BigInteger.ONE;
        for (int week : matchedWeeks().toArray()) {
            var all = BigInteger.valueOf(others.all(week));
            var more = BigInteger.valueOf(users.all(week)).multiply(BigInteger.valueOf(others.dropped(week)));
            expected = expected.multiply(all).add(of.multiply(more));
            of = of.multiply(all);
            var common = expected.gcd(of);
            expected = expected.divide(common);
            of = of.divide(common);
        }
        long matched = matchedWeeks().mapToLong(users::all).sum();
        long dropped = matchedWeeks().mapToLong(users::dropped).sum();
        long known = LongStream.of(users.all).sum();
        var among = of.multiply(BigInteger.valueOf(matched));
        return new DropOff(
                LocalDate.ofEpochDay(asOf),
                at.position(),
                feature,
                customerId,
                figure(USERS, open + known),
                figure(OPEN, open),
                figure(UNMATCHED, known - matched),
                Rate.of(figure(DROPPED, dropped), figure(MATCHED, matched)),
                figure(COMPARED, matchedWeeks().mapToLong(others::all).sum()),
                quotient(expected, among),
                quotient(BigInteger.valueOf(dropped).multiply(of).subtract(expected), among));
    }

    private static @Nullable BigDecimal quotient(BigInteger of, BigInteger among) {
        return among.signum() == 0 ? null : new BigDecimal(of).divide(new BigDecimal(among), PLACES, HALF_UP);
    }

    private Figure figure(String name, long value) {
        return Figure.of(value, name, at, "customer", customerId, "subject", feature);
    }

    /** What a figure counts, once all customers have been added: each observation counts for one. */
    Counted counted(String figure) {
        var wanted = wanted(figure);
        return new Counted() {
            @Override
            public Sum of(Activity customer) {
                long count = observed(customer).size();
                return new Sum(count, count);
            }

            @Override
            public List<Evidence> evidence(CustomerEvents customer) {
                var users = customer.users();
                return observed(customer.activity()).stream()
                        .map(one -> new Evidence(one.userId, 1, positions(users.get(one.userId), one)))
                        .toList();
            }

            private List<Observed> observed(Activity customer) {
                var found = new ArrayList<Observed>();
                observe(customer, one -> {
                    if (wanted.test(one)) {
                        found.add(one);
                    }
                });
                return found;
            }
        };
    }

    private Predicate<Observed> wanted(String figure) {
        Predicate<Observed> matched = one -> one.used && !one.isOpen && others.all(one.week) > 0;
        return switch (figure) {
            case USERS -> Observed::used;
            case OPEN -> one -> one.used && one.isOpen;
            case UNMATCHED -> one -> one.used && !one.isOpen && others.all(one.week) == 0;
            case MATCHED -> matched;
            case DROPPED -> matched.and(Observed::drops);
            case COMPARED -> one -> !one.used && users.all(one.week) > 0;
            default -> throw new IllegalArgumentException("There is no figure '" + figure + "'.");
        };
    }

    /** The events of the reference day and of the last active day. */
    private static List<Long> positions(@Nullable UnitEvents user, Observed one) {
        return user == null
                ? List.of()
                : Stream.of(one.day, one.last)
                        .distinct()
                        .map(LocalDate::ofEpochDay)
                        .flatMap(day -> user.days().getOrDefault(day, List.of()).stream())
                        .toList();
    }
}
