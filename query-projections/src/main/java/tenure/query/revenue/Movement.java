package tenure.query.revenue;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.query.revenue.Span.Paid;

/**
 * A customer on two days.
 *
 * @param start   what it paid on the first; null when it was under no contract
 * @param end     what it paid on the second; null when it was under no contract
 * @param before  whether it had been under contract before the first day
 * @param endings positions of what ended contracts in between
 */
record Movement(@Nullable Paid start, @Nullable Paid end, boolean before, List<Long> endings) {

    static Movement of(AccountLedger account, LocalDate from, LocalDate to, @Nullable String currency, int gap) {
        var first = account.firstDay(currency);
        return new Movement(
                account.on(from, currency, gap),
                account.on(to, currency, gap),
                first != null && first.isBefore(from),
                account.endings(from, to));
    }

    long startAmount() {
        return start == null ? 0 : start.minorUnits();
    }

    long endAmount() {
        return end == null ? 0 : end.minorUnits();
    }

    /** The plan it paid most for on the first day, or else on the second; null when it was under contract on neither. */
    @Nullable String plan() {
        return start != null ? start.plan() : end == null ? null : end.plan();
    }

    /** Events that say so, oldest first. */
    List<Long> positions() {
        var positions = new TreeSet<Long>();
        if (start != null) {
            positions.addAll(start.positions());
        }
        if (end != null) {
            positions.addAll(end.positions());
        }
        if (start != null && end == null) {
            positions.addAll(endings);
        }
        return List.copyOf(positions);
    }
}
