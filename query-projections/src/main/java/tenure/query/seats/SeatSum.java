package tenure.query.seats;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.query.seats.SeatTally.Measure;
import tenure.query.shared.Money;
import tenure.query.shared.Rate;

/**
 * Adds up the seats of customers. The gap of all is the sum of their gaps: what one customer has too much is of no use to
 * another. Customers of whom a count is not known are left out of its sum; a sum that nobody is in is null. Where some
 * customers tell only totals of days, and nobody at any customer is known by name, the counts of persons are not known:
 * those who have done nothing yet do not make them nothing.
 */
final class SeatSum {

    private boolean anyPersons;
    private boolean anyTotals;
    private long sold;
    private @Nullable Long assigned;
    private @Nullable Long loggedOn;
    private @Nullable Long trained;
    private @Nullable Long active28;
    private @Nullable Long engaged28;
    private @Nullable Long deployed;
    private final Map<String, Long> monthly = new TreeMap<>();
    private final Map<Measure, Gap> gaps = new EnumMap<>(Measure.class);

    /** Of the customers of whom a count is known: seats sold, those that lack it, those beyond, and the price. */
    private static final class Gap {
        private long sold;
        private long missing;
        private long overage;
        private final Map<String, Long> perMonth = new TreeMap<>();
    }

    /**
     * Adds a customer.
     *
     * @param knowsPersons whether anybody there is known by name
     */
    void add(SeatTally tally, boolean knowsPersons) {
        anyPersons |= knowsPersons;
        anyTotals |= tally.assigned() == null;
        sold += tally.sold();
        assigned = plus(assigned, tally.assigned());
        loggedOn = plus(loggedOn, tally.loggedOn());
        trained = plus(trained, tally.trained());
        active28 = plus(active28, tally.active28());
        engaged28 = plus(engaged28, tally.engaged28());
        deployed = plus(deployed, tally.deployed());
        add(SeatBalance.money(tally), monthly);
        for (var measure : Measure.values()) {
            var gap = tally.gap(measure);
            var price = tally.gapPrice(measure);
            if (gap != null && price != null) {
                var sum = gaps.computeIfAbsent(measure, first -> new Gap());
                sum.sold += tally.sold();
                sum.missing += Math.max(0, gap);
                sum.overage += Math.max(0, -gap);
                add(price, sum.perMonth);
            }
        }
    }

    private static @Nullable Long plus(@Nullable Long sum, @Nullable Long value) {
        return value == null ? sum : (Long) ((sum == null ? 0 : sum) + value);
    }

    /** What is counted by persons; null where there are none to be known. */
    private <T> @Nullable T ofPersons(@Nullable T count) {
        return anyPersons || !anyTotals ? count : null;
    }

    private static void add(List<Money> amounts, Map<String, Long> sums) {
        amounts.forEach(amount -> sums.merge(amount.currency(), amount.minorUnits(), Math::addExact));
    }

    private static List<Money> money(Map<String, Long> sums) {
        return sums.entrySet().stream()
                .map(sum -> new Money(sum.getKey(), sum.getValue()))
                .toList();
    }

    SeatPoint point(LocalDate day) {
        return new SeatPoint(
                day,
                sold,
                ofPersons(assigned),
                ofPersons(loggedOn),
                ofPersons(trained),
                active28,
                money(monthly),
                ofPersons(price(Measure.LOG_ON)),
                ofPersons(price(Measure.TRAINING)),
                price(Measure.ACTIVITY));
    }

    private @Nullable List<Money> price(Measure measure) {
        var gap = gaps.get(measure);
        return gap == null ? null : money(gap.perMonth);
    }

    /** The sums as figures of all customers. */
    SeatTotals totals(SeatFigures figures, Map<SeatColour, Long> colours) {
        var active = gaps.get(Measure.ACTIVITY);
        return new SeatTotals(
                figures.of("sold", sold),
                figures.known("assigned", ofPersons(assigned)),
                figures.known("logged-on", ofPersons(loggedOn)),
                figures.known("trained", ofPersons(trained)),
                figures.known("active28", active28),
                figures.known("engaged28", ofPersons(engaged28)),
                figures.known("deployed", ofPersons(deployed)),
                money(monthly),
                new SeatBalance.SeatGaps(
                        ofPersons(gap(figures, Measure.ASSIGNMENT)),
                        ofPersons(gap(figures, Measure.LOG_ON)),
                        ofPersons(gap(figures, Measure.TRAINING)),
                        gap(figures, Measure.ACTIVITY)),
                active28 == null || active == null ? null : Rate.share(active28, active.sold),
                ofPersons(engaged28 == null || deployed == null ? null : Rate.share(engaged28, deployed)),
                colours.entrySet().stream()
                        .map(colour -> new SeatTotals.ColourCount(colour.getKey(), colour.getValue()))
                        .toList());
    }

    private SeatBalance.@Nullable SeatGap gap(SeatFigures figures, Measure measure) {
        var gap = gaps.get(measure);
        return gap == null ? null : figures.gap(measure, gap.missing, gap.overage, gap.sold, money(gap.perMonth));
    }
}
