package tenure.query.seats;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tenure.query.seats.PersonDays.Count;
import tenure.query.shared.Question;

/** The seats of a customer over time. What changes is worked out once, and looked up for each point. */
final class SeatSeries {

    /** How far apart the points are. */
    enum Every {
        /** The end of every day. */
        DAY,
        /** The end of every Sunday, and of the last day. */
        WEEK,
        /** The end of every month, and of the last day. */
        MONTH;

        /** The word in answers. */
        @JsonValue
        public String word() {
            return Question.word(this);
        }

        /** The days in {@code [from, to)} that have a point. */
        List<LocalDate> points(LocalDate from, LocalDate to) {
            var points = new ArrayList<LocalDate>();
            for (var day = from; day.isBefore(to); day = day.plusDays(1)) {
                var point = end(day);
                points.add(point.isBefore(to) ? point : to.minusDays(1));
                day = point;
            }
            return points;
        }

        private LocalDate end(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            };
        }
    }

    private final CustomerLedger ledger;
    private final PeopleLedger people;
    private final List<Line> lines = new ArrayList<>();

    private record Line(NavigableMap<LocalDate, Optional<InForce>> states, NavigableMap<LocalDate, Long> held) {}

    SeatSeries(CustomerLedger ledger, PeopleLedger people) {
        this.ledger = ledger;
        this.people = people;
        for (var license : ledger.licenses()) {
            lines.add(new Line(license.states(), license.seating().counts()));
        }
    }

    /**
     * What there is of seats on a day.
     *
     * @param held    seats in force that somebody has
     * @param monthly price of all seats per month, by currency
     */
    record Stock(long sold, long held, SortedMap<String, Long> monthly) {}

    /** The days on which there may be more seats than before, or fewer, or others. */
    NavigableSet<LocalDate> daysOfChange() {
        var days = new TreeSet<LocalDate>();
        for (var line : lines) {
            days.addAll(line.states().keySet());
            days.addAll(line.held().keySet());
        }
        return days;
    }

    Stock stock(LocalDate day) {
        long sold = 0;
        long held = 0;
        var monthly = new TreeMap<String, Long>();
        for (var line : lines) {
            var state = line.states().floorEntry(day);
            if (state != null && state.getValue().isPresent()) {
                var inForce = state.getValue().get();
                var count = line.held().floorEntry(day);
                sold += inForce.seats();
                held += count == null ? 0 : count.getValue();
                monthly.merge(inForce.currency(), inForce.monthlyMinorUnits(), Math::addExact);
            }
        }
        return new Stock(sold, held, monthly);
    }

    SeatTally at(LocalDate day) {
        var stock = stock(day);
        return people.basis(day, ledger.hasAssigned(day)) == SeatBasis.DAY_TOTALS
                ? SeatTally.ofTotals(stock.sold(), people.busiestCount(day), stock.monthly())
                : new SeatTally(
                        stock.sold(),
                        stock.held(),
                        people.countOn(Count.LOGGED_ON, day),
                        people.countOn(Count.TRAINED, day),
                        people.countOn(Count.ACTIVE28, day),
                        null,
                        null,
                        stock.monthly());
    }
}
