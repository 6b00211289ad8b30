package tenure.query.seats;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tenure.query.seats.SeatOverview.Presence;
import tenure.query.seats.SeatTally.Measure;
import tenure.query.shared.Money;
import tenure.query.shared.Question;
import tenure.query.shared.Rate;

/**
 * Asks for customers with their seats.
 *
 * @param search     part of the name or the id, in any case; null: all
 * @param colour     of the utilisation; null: any
 * @param gap        which gap to sort by
 * @param descending what is not known comes last in either direction
 */
record FindSeats(
        Status status,
        @Nullable String search,
        @Nullable SeatColour colour,
        Measure gap,
        Sort sort,
        boolean descending,
        long after,
        int limit) {

    /** Which customers are wanted. */
    enum Status {
        ALL,
        LIVE,
        CHURNED
    }

    /** What can be sorted by. */
    enum Sort {
        /** Seats in the gap. */
        GAP,
        /** Money in the gap; of several currencies the largest amount. */
        MONEY,
        UTILISATION,
        SOLD,
        NAME
    }

    /** A customer on the day, as far as the rows need it: there may be very many. */
    record Row(
            String customerId,
            String name,
            Presence presence,
            SeatBasis basis,
            SeatTally tally,
            @Nullable LocalDate startedOn,
            SeatColour colour) {}

    static FindSeats of(Question question) {
        var sort = question.text("sort");
        var descending = sort == null || sort.startsWith("-");
        var colour = question.text("utilisation");
        return new FindSeats(
                question.choice("status", Status.class, Status.ALL),
                question.text("search"),
                colour == null ? null : Question.choice("utilisation", colour, SeatColour.class),
                question.choice("gap", Measure.class, Measure.TRAINING),
                sort == null ? Sort.MONEY : Question.choice("sort", descending ? sort.substring(1) : sort, Sort.class),
                descending,
                question.cursor(0),
                question.limit(100));
    }

    boolean wants(Row row) {
        return (status == Status.ALL || status.name().equals(row.presence().name()))
                && (colour == null || colour == row.colour())
                && (search == null || contains(row.name(), search) || contains(row.customerId(), search));
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    Comparator<Row> order() {
        var order = switch (sort) {
            case GAP -> by(row -> row.tally().gap(gap));
            case MONEY -> by(row -> largest(row.tally()));
            case UTILISATION ->
                by(row -> {
                    var active = row.tally().active28();
                    return active == null
                            ? null
                            : Rate.share(active, row.tally().sold());
                });
            case SOLD -> by(row -> row.tally().sold());
            case NAME -> by(Row::name);
        };
        return order.thenComparing(Row::customerId);
    }

    private <K extends Comparable<K>> Comparator<Row> by(Function<Row, @Nullable K> key) {
        return Comparator.comparing(
                key, Comparator.nullsLast(descending ? Comparator.<K>reverseOrder() : Comparator.<K>naturalOrder()));
    }

    private @Nullable Long largest(SeatTally tally) {
        var price = tally.gapPrice(gap);
        return price == null
                ? null
                : (Long) price.stream().mapToLong(Money::minorUnits).max().orElse(0);
    }
}
