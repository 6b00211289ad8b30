package tenure.query.seats;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.life.LivesProjection;
import tenure.query.seats.SeatAnswers.Range;
import tenure.query.seats.SeatOverview.SeatMonths;
import tenure.query.seats.SeatSeries.Every;
import tenure.query.shared.Answers;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;

/** Reads the seat ledger. */
@RestController
@Tag(name = "Seats")
class SeatsController {

    private static final Period USUAL_DAYS = Period.ofDays(364);
    private static final Period USUAL_MONTHS = Period.ofMonths(12);

    /** Longest range, so that a ledger by days stays of a size that can be sent. */
    private static final Period LONGEST = Period.ofYears(10);

    private final Answers answers;
    private final SeatAnswers seats;

    SeatsController(Answers answers, SeatAnswers seats) {
        this.answers = answers;
        this.seats = seats;
    }

    @GetMapping("/api/v1/customers/{customerId}/seats")
    @Operation(
            summary =
                    "The seat ledger of a customer: sold, assigned, logged on, trained, active, and what the gaps cost",
            description = "The balance is that of the day; the ledger and the movements are those of a range. A gap is"
                    + " valued at the average price of the seats in force. Of a source that reports only totals of days,"
                    + " active28 is the most people active on one day, and what cannot be known is null.")
    @ReadParameters({"knownAt", "from", "to", "every", "limit", "cursor"})
    CustomerSeats seats(@PathVariable String customerId, Question question) {
        var range = range(question, question.choice("every", Every.class, Every.DAY), USUAL_DAYS);
        return answers.seen(
                LivesProjection.NAME,
                question,
                at -> seats.customer(customerId, range, at)
                        .orElseThrow(() -> Refusals.notFound(
                                "UNKNOWN_CUSTOMER",
                                "There is no customer '" + customerId + "' that had signed up by "
                                        + at.asOf().day() + ".")));
    }

    @GetMapping("/api/v1/seats")
    @Operation(
            summary = "The seats of all customers on a day: totals, and a row per customer",
            description = "Sort by gap, money, utilisation, sold or name; 'gap' says which gap is meant. The totals are"
                    + " those of all customers, whatever the rows are narrowed down to.")
    @ReadParameters({"knownAt", "status", "search", "utilisation", "gap", "sort", "limit", "cursor"})
    SeatOverview overview(Question question) {
        var query = FindSeats.of(question);
        return answers.seen(LivesProjection.NAME, question, at -> seats.overview(query, at));
    }

    @GetMapping("/api/v1/seats/months")
    @Operation(summary = "The seats of all customers over time: at the end of each month, and of the last day")
    @ReadParameters({"knownAt", "from", "to"})
    SeatMonths months(Question question) {
        var range = range(question, Every.MONTH, USUAL_MONTHS);
        return answers.seen(LivesProjection.NAME, question, at -> seats.months(range, at));
    }

    /** Days {@code [from, to)}, none of them after the day asked about. */
    private static Range range(Question question, Every every, Period usual) {
        var end = question.asOf().day().plusDays(1);
        var askedTo = question.day("to");
        var to = askedTo == null || askedTo.isAfter(end) ? end : askedTo;
        var askedFrom = question.day("from");
        LocalDate from = askedFrom == null ? to.minus(usual) : askedFrom;
        if (!from.isBefore(to)) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must be before 'to' (" + to + ").");
        }
        if (from.plus(LONGEST).isBefore(to)) {
            throw Refusals.badParameter("from", "RANGE_TOO_LONG", "A range may be ten years long at most.");
        }
        return new Range(from, to, every, question.cursor(0), question.limit(100));
    }
}
