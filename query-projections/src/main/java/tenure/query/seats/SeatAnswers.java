package tenure.query.seats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tenure.query.seats.CustomerSeats.LicenseSeats;
import tenure.query.seats.CustomerSeats.SeatStock;
import tenure.query.seats.FindSeats.Row;
import tenure.query.seats.SeatOverview.CustomerSeatBalance;
import tenure.query.seats.SeatOverview.SeatMonths;
import tenure.query.seats.SeatSeries.Every;
import tenure.query.seats.SeatsReader.Ledgers;
import tenure.query.shared.Question;
import tenure.query.shared.Standpoint;

/** Answers what is asked of the seat ledger, from a standpoint. To be used within one transaction. */
@Component
class SeatAnswers {

    private final SeatsReader reader;

    SeatAnswers(SeatsReader reader) {
        this.reader = reader;
    }

    /**
     * A range of days, and which movements in it are wanted.
     *
     * @param from  first day
     * @param to    first day after it
     * @param after movements on the pages before
     * @param limit most movements on this page
     */
    record Range(LocalDate from, LocalDate to, Every every, long after, int limit) {

        List<LocalDate> points() {
            return every.points(from, to);
        }
    }

    /** The ledger of one customer; nothing when it had not signed up by the day. */
    Optional<CustomerSeats> customer(String customerId, Range range, Standpoint at) {
        var ledgers = reader.one(customerId, at);
        var day = at.asOf().day();
        if (!ledgers.seats().isKnown(day)) {
            return Optional.empty();
        }
        var movements = Movements.between(ledgers.seats(), range.from(), range.to());
        var page = movements.stream().skip(range.after()).limit(range.limit()).toList();
        var end = range.after() + page.size();
        var series = new SeatSeries(ledgers.seats(), ledgers.people());
        return Optional.of(new CustomerSeats(
                day,
                at.position(),
                customerId,
                ledgers.seats().name(day),
                ledgers.basis(day),
                balance(ledgers, at),
                licenses(ledgers, at),
                range.from(),
                range.to(),
                range.every(),
                range.points().stream()
                        .map(point -> SeatPoint.of(point, series.at(point)))
                        .toList(),
                stock(ledgers, range.from().minusDays(1)),
                stock(ledgers, range.to().minusDays(1)),
                movements.size(),
                end < movements.size() ? Question.cursorAfter(end) : null,
                page));
    }

    private static SeatBalance balance(Ledgers ledgers, Standpoint at) {
        var day = at.asOf().day();
        var seats = ledgers.seats().on(day);
        return SeatBalance.of(
                SeatTally.of(ledgers.seats(), seats, ledgers.people(), day),
                seats.startedOn(),
                at,
                ledgers.seats().customerId(),
                null);
    }

    private static List<LicenseSeats> licenses(Ledgers ledgers, Standpoint at) {
        var day = at.asOf().day();
        var basis = ledgers.basis(day);
        return ledgers.seats().on(day).licenses().stream()
                .map(license -> new LicenseSeats(
                        license.licenseId(),
                        license.product(),
                        license.inForce().plan(),
                        license.inForce().startsOn(),
                        license.inForce().endsOn(),
                        license.noticeGivenOn(),
                        SeatBalance.of(
                                SeatTally.of(license, basis, ledgers.people(), day),
                                license.startedOn(),
                                at,
                                ledgers.seats().customerId(),
                                license.licenseId())))
                .toList();
    }

    private static SeatStock stock(Ledgers ledgers, LocalDate day) {
        var seats = ledgers.seats().on(day);
        return new SeatStock(seats.sold(), seats.assigned());
    }

    /** All customers on the day: the sums of all, and those rows that are wanted. */
    SeatOverview overview(FindSeats query, Standpoint at) {
        var day = at.asOf().day();
        var sum = new SeatSum();
        var colours = new EnumMap<SeatColour, Long>(SeatColour.class);
        var rows = new ArrayList<Row>();
        for (var customer : reader.all(at)) {
            var row = customer.row(day);
            sum.add(row.tally(), customer.knowsPersons(day, day));
            colours.merge(row.colour(), 1L, Long::sum);
            if (query.wants(row)) {
                rows.add(row);
            }
        }
        rows.sort(query.order());
        var page = rows.stream().skip(query.after()).limit(query.limit()).toList();
        var end = query.after() + page.size();
        return new SeatOverview(
                day,
                at.position(),
                sum.totals(new SeatFigures(at, null, null), colours),
                rows.size(),
                end < rows.size() ? Question.cursorAfter(end) : null,
                page.stream().map(row -> answer(row, at)).toList());
    }

    private static CustomerSeatBalance answer(Row row, Standpoint at) {
        return new CustomerSeatBalance(
                row.customerId(),
                row.name(),
                row.presence(),
                row.basis(),
                SeatBalance.of(row.tally(), row.startedOn(), at, row.customerId(), null));
    }

    /** The sums of all customers at each point of a range. */
    SeatMonths months(Range range, Standpoint at) {
        var day = at.asOf().day();
        var customers = reader.all(at);
        var months = range.points().stream()
                .map(point -> {
                    var sum = new SeatSum();
                    customers.forEach(
                            customer -> sum.add(customer.tally(point, day), customer.knowsPersons(point, day)));
                    return sum.point(point);
                })
                .toList();
        return new SeatMonths(day, at.position(), range.from(), range.to(), months);
    }
}
