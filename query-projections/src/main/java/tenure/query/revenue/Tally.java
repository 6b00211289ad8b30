package tenure.query.revenue;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.query.revenue.FindRevenue.Slice;
import tenure.query.revenue.Revenue.RevenueAmounts;
import tenure.query.revenue.Revenue.RevenueCustomers;
import tenure.query.revenue.Revenue.RevenuePeriod;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSubject;
import tenure.query.shared.Question;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/** Counts the movements of customers between two days. */
final class Tally {

    private final FindRevenue query;
    private final Slice slice;
    private final @Nullable Group group;
    private final EnumMap<Part, Long> customers = new EnumMap<>(Part.class);
    private final Map<String, EnumMap<Part, Long>> amounts = new TreeMap<>();

    /** The value of a property that the customers have in common; null: none has a value. */
    record Group(@Nullable String value) {}

    Tally(FindRevenue query, Slice slice, @Nullable Group group) {
        this.query = query;
        this.slice = slice;
        this.group = group;
    }

    Slice slice() {
        return slice;
    }

    /** Counts a customer with all of its contracts that matter. */
    void add(Movement movement) {
        for (var part : Part.values()) {
            customers.merge(part, part.has(movement) ? 1L : 0L, Long::sum);
        }
    }

    /** Counts its contracts in one currency. */
    void add(String currency, Movement movement) {
        if (movement.start() == null && movement.end() == null) {
            return;
        }
        var sums = amounts.computeIfAbsent(currency, code -> new EnumMap<>(Part.class));
        for (var part : Part.values()) {
            sums.merge(part, part.amount(movement), Math::addExact);
        }
    }

    RevenuePeriod period(Standpoint at) {
        var found = new ArrayList<RevenueAmounts>();
        amounts.forEach((currency, sums) -> found.add(amounts(currency, sums, at)));
        return new RevenuePeriod(
                slice.from(), slice.to(), slice.comparedOn(at.asOf()), slice.isOpen(at.asOf()), customers(at), found);
    }

    private long days(Standpoint at) {
        return ChronoUnit.DAYS.between(slice.from(), slice.comparedOn(at.asOf()));
    }

    private RevenueCustomers customers(Standpoint at) {
        var start = count(Part.START, at);
        var lost = count(Part.LOST, at);
        return new RevenueCustomers(
                start,
                lost,
                count(Part.NEW, at),
                count(Part.WON_BACK, at),
                count(Part.END, at),
                Rate.of(lost, start),
                Rate.of(count(Part.RETAINED, at), start),
                Rescaled.of(lost.value(), start.value(), days(at)));
    }

    private Figure count(Part part, Standpoint at) {
        return figure(part, "-customers", customers.getOrDefault(part, 0L), query.currency(), at);
    }

    private RevenueAmounts amounts(String currency, Map<Part, Long> sums, Standpoint at) {
        var start = amount(Part.START, currency, sums, at);
        var churn = amount(Part.CHURN, currency, sums, at);
        return new RevenueAmounts(
                currency,
                start,
                amount(Part.LOST, currency, sums, at),
                amount(Part.DOWNSELL, currency, sums, at),
                amount(Part.EXPANSION, currency, sums, at),
                amount(Part.NEW, currency, sums, at),
                amount(Part.WON_BACK, currency, sums, at),
                amount(Part.END, currency, sums, at),
                Rate.of(amount(Part.KEPT, currency, sums, at), start),
                Rate.of(amount(Part.RETAINED, currency, sums, at), start),
                Rate.of(churn, start),
                Rescaled.of(churn.value(), start.value(), days(at)));
    }

    private Figure amount(Part part, String currency, Map<Part, Long> sums, Standpoint at) {
        return figure(part, "", sums.getOrDefault(part, 0L), currency, at);
    }

    private Figure figure(Part part, String unit, long value, @Nullable String currency, Standpoint at) {
        var subject = new FigureSubject()
                .with("to", slice.comparedOn(at.asOf()))
                .with("gap", query.gap())
                .with("currency", currency)
                .with("breakdown", group == null ? null : query.breakdown())
                .with("value", group == null ? null : group.value());
        return Figure.of(
                value,
                name(part, unit),
                at,
                "subject",
                subject.toString(),
                "from",
                slice.from().toString());
    }

    static String name(Part part, String unit) {
        return "revenue." + Question.word(part) + unit;
    }

    static List<String> names() {
        var names = new ArrayList<String>();
        for (var part : Part.values()) {
            names.add(name(part, ""));
            names.add(name(part, "-customers"));
        }
        return names;
    }

    /** The part that a figure's name means. */
    static Part part(String figure) {
        var word = figure.substring("revenue.".length());
        var name = word.endsWith("-customers") ? word.substring(0, word.length() - "-customers".length()) : word;
        return Part.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
