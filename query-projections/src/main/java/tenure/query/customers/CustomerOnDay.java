package tenure.query.customers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.query.customers.Contracts.InForce;
import tenure.query.shared.Money;
import tenure.query.shared.Rate;

/**
 * A customer on a day: what rows are chosen and ordered by, before they are written out.
 *
 * @param churn    why it is gone; null when it is not
 * @param inForce  its terms in force
 * @param recent   its use in 28 days
 * @param active28 people with a core event in 28 days; of totals, most people active on a day of them
 * @param trained  people who completed all required courses; null when persons are not known
 * @param stages   how far it has come
 */
record CustomerOnDay(
        CustomerDigest digest,
        int day,
        Identity.Known known,
        Departures.@Nullable Told churn,
        List<InForce> inForce,
        UseByDay.Window recent,
        @Nullable Integer active28,
        @Nullable Integer trained,
        Stages stages) {

    /** The customer on a day; null when it had not signed up. */
    static @Nullable CustomerOnDay of(CustomerDigest digest, int day) {
        var known = digest.identity().on(day);
        if (known == null) {
            return null;
        }
        var churn = digest.departures().last(day);
        var recent = digest.use().window(day, Progress.WINDOW);
        boolean totals = digest.progress().isTotals(day, digest.use());
        return new CustomerOnDay(
                digest,
                day,
                known,
                churn != null && churn.left() ? churn : null,
                digest.contracts().on(day),
                recent,
                totals
                        ? recent.busiest()
                        : (Integer) digest.progress().active28().on(day),
                totals ? null : (Integer) digest.progress().trained().on(day),
                Stages.on(digest, day));
    }

    String customerId() {
        return digest.customerId();
    }

    CustomerStatus status() {
        return churn == null ? CustomerStatus.LIVE : CustomerStatus.CHURNED;
    }

    /** Whether only totals of days are known, and no persons. */
    boolean isTotals() {
        return trained == null;
    }

    /** The furthest stage that was reached; null when it has none yet, or is gone. */
    @Nullable Stage stage() {
        return churn == null ? stages.furthest() : null;
    }

    /** Days since the furthest stage was reached. */
    @Nullable Integer stageDays() {
        var stage = stage();
        return stage == null ? null : (Integer) (day - stages.reachedOn(stage));
    }

    /** Plan of the term in force; of several, the one with most seats. */
    @Nullable String plan() {
        return inForce.size() == 1
                ? inForce.getFirst().plan()
                : inForce.stream()
                        .min(Comparator.comparingLong(InForce::seats).reversed().thenComparing(InForce::plan))
                        .map(InForce::plan)
                        .orElse(null);
    }

    long seats() {
        return inForce.stream().mapToLong(InForce::seats).sum();
    }

    /** Price of all seats per month, by currency, in its smallest unit. */
    SortedMap<String, Long> revenue() {
        var sums = new TreeMap<String, Long>();
        for (var term : inForce) {
            sums.merge(term.currency(), term.monthlyMinorUnits(), Math::addExact);
        }
        return sums;
    }

    /** The same, when it is in one currency. */
    @Nullable Money monthlyRevenue() {
        if (inForce.size() == 1) {
            var term = inForce.getFirst();
            return new Money(term.currency(), term.monthlyMinorUnits());
        }
        var sums = revenue().entrySet();
        return sums.size() == 1
                ? sums.stream()
                        .map(sum -> new Money(sum.getKey(), sum.getValue()))
                        .findFirst()
                        .orElseThrow()
                : null;
    }

    int renewsOn() {
        return inForce.stream().mapToInt(InForce::endsOn).min().orElse(Days.NEVER);
    }

    @Nullable BigDecimal activeShare() {
        return active28 == null ? null : Rate.share(active28, seats());
    }

    /** Seats that are paid for and lack something; null when it is not known. */
    @Nullable Long gap(@Nullable Integer have) {
        return have == null ? null : (Long) Math.max(0, seats() - have);
    }

    /** What so many of the seats cost per month at their average price. */
    List<Money> priceOf(long some) {
        long seats = seats();
        return revenue().entrySet().stream()
                .map(sum -> new Money(sum.getKey(), seats == 0 ? 0 : part(sum.getValue(), some, seats)))
                .toList();
    }

    private static long part(long minorUnits, long some, long seats) {
        return BigDecimal.valueOf(minorUnits)
                .multiply(BigDecimal.valueOf(some))
                .divide(BigDecimal.valueOf(seats), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** A property that segments are made by: of the customer on the day, or of its profile. */
    @Nullable String property(String name) {
        return switch (name) {
            case "customerId" -> customerId();
            case "name" -> known.name();
            case "status" -> status().word();
            case "stage" -> word(stage());
            case "plan" -> plan();
            case "owner" -> known.owner();
            case "rating" -> text(known.rating());
            case "seats" -> text(seats());
            case "active28" -> text(active28);
            case "trained" -> text(trained);
            default -> known.profile().get(name.startsWith("profile.") ? name.substring("profile.".length()) : name);
        };
    }

    private static @Nullable String word(@Nullable Stage stage) {
        return stage == null ? null : stage.word();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
