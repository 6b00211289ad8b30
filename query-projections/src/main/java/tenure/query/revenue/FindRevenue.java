package tenure.query.revenue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.AsOf;
import tenure.query.shared.Question;
import tenure.query.shared.Refusals;

/**
 * Asks for what became of the revenue of a day.
 *
 * @param from      the day whose customers are followed
 * @param to        the day they are compared on
 * @param gap       days without a contract that do not count as an end
 * @param currency  the only one wanted; null: each for itself
 * @param breakdown {@code plan}, or a property of the profile; null: none
 */
record FindRevenue(
        LocalDate from,
        LocalDate to,
        int gap,
        @Nullable String currency,
        @Nullable String breakdown) {

    static final int DEFAULT_GAP = 7;
    private static final int LONGEST_GAP = 365;
    private static final int MOST_MONTHS = 120;

    /** By default the last twelve months that are over. */
    static FindRevenue of(Question question) {
        var asOf = question.asOf().day();
        var to = otherwise(question.day("to"), asOf.withDayOfMonth(1));
        var from = otherwise(question.day("from"), to.minusMonths(12));
        if (from.isAfter(asOf)) {
            throw Refusals.badParameter(
                    "from", "IN_THE_FUTURE", "'from' must not be after 'asOf' (" + asOf + "): nothing has moved yet.");
        }
        checkRange(from, to);
        return new FindRevenue(from, to, gap(question), currency(question), question.text("breakdown"));
    }

    static int gap(Question question) {
        return (int) question.number("allowedGapDays", 0, LONGEST_GAP, DEFAULT_GAP);
    }

    static @Nullable String currency(Question question) {
        var currency = question.text("currency");
        if (currency != null && !currency.matches("[A-Z]{3}")) {
            throw Refusals.badParameter(
                    "currency", "INVALID_TEXT", "'currency' must be a code of three capital letters such as EUR.");
        }
        return currency;
    }

    static LocalDate otherwise(@Nullable LocalDate asked, LocalDate otherwise) {
        return asked == null ? otherwise : asked;
    }

    static void checkRange(LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must be before 'to' (" + to + ").");
        }
        if (ChronoUnit.MONTHS.between(from, to) >= MOST_MONTHS) {
            throw Refusals.badParameter(
                    "from", "TOO_LONG", "'from' and 'to' must be less than " + MOST_MONTHS + " months apart.");
        }
    }

    /** Two days that are compared: the range, or a month of it. */
    record Slice(LocalDate from, LocalDate to) {

        /** The second day, or the day asked about while that has not come. */
        LocalDate comparedOn(AsOf asOf) {
            return to.isAfter(asOf.day()) ? asOf.day() : to;
        }

        boolean isOpen(AsOf asOf) {
            return to.isAfter(asOf.day());
        }
    }

    Slice whole() {
        return new Slice(from, to);
    }

    /** The months of the range that have begun; the first and the last may be cut. */
    List<Slice> months(AsOf asOf) {
        var months = new ArrayList<Slice>();
        for (var day = from; day.isBefore(to) && !day.isAfter(asOf.day()); ) {
            var next = day.plusMonths(1).withDayOfMonth(1);
            next = next.isAfter(to) ? to : next;
            months.add(new Slice(day, next));
            day = next;
        }
        return months;
    }
}
