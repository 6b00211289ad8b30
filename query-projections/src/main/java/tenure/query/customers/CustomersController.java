package tenure.query.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.AsOf;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;

/** Reads customers. */
@RestController
@Tag(name = "Customers")
class CustomersController {

    private static final int DAYS_OF_USAGE = 364;

    private static final int USUAL_SEGMENTS = 50;

    private final Answers answers;
    private final CustomerAnswers customers;
    private final SegmentSums segments;

    CustomersController(Answers answers, CustomerAnswers customers, SegmentSums segments) {
        this.answers = answers;
        this.customers = customers;
        this.segments = segments;
    }

    @GetMapping("/api/v1/totals")
    @Operation(summary = "Live customers, seats and monthly revenue on a day")
    @ReadParameters("knownAt")
    Totals totals(Question question) {
        return answers.seen(LivesProjection.NAME, question, customers::totals);
    }

    @GetMapping("/api/v1/customers")
    @Operation(summary = "The portfolio: a row per customer, as of a day")
    @ReadParameters({"knownAt", "status", "search", "plan", "owner", "stage", "segment", "sort", "limit", "cursor"})
    CustomerList customers(Question question) {
        var query = FindCustomers.of(question);
        return answers.seen(customers.projections(), question, at -> customers.list(query, at));
    }

    @GetMapping("/api/v1/segments")
    @Operation(summary = "The segments on a day: live customers, monthly revenue, and how much of it is at risk")
    @ReadParameters({"knownAt", "limit", "cursor"})
    SegmentList segments(Question question) {
        long after = question.cursor(0);
        int limit = question.limit(USUAL_SEGMENTS);
        return answers.seen(customers.projections(), question, at -> segments.list(after, limit, at));
    }

    @GetMapping("/api/v1/customers/plans")
    @Operation(summary = "The plans of all terms in force on a day")
    @ReadParameters("knownAt")
    CustomerList.Plans plans(Question question) {
        return answers.seen(
                LivesProjection.NAME,
                question,
                at -> new CustomerList.Plans(at.asOf().day(), at.position(), customers.plans(at)));
    }

    @GetMapping("/api/v1/customers/{customerId}")
    @Operation(summary = "One customer: the header of its page, how far it has come, and its terms")
    @ReadParameters("knownAt")
    CustomerPage customer(@PathVariable String customerId, Question question) {
        return answers.seen(
                customers.projections(),
                question,
                at -> customers.customer(customerId, at).orElseThrow(() -> unknown(customerId, question.asOf())));
    }

    @GetMapping("/api/v1/customers/{customerId}/usage")
    @Operation(summary = "What a customer did, day by day")
    @ReadParameters({"knownAt", "from", "to"})
    Usage usage(@PathVariable String customerId, Question question) {
        var asOf = question.asOf();
        var to = earlier(question.day("to"), asOf.day().plusDays(1));
        var askedFrom = question.day("from");
        var from = askedFrom == null ? to.minusDays(DAYS_OF_USAGE) : askedFrom;
        if (from.isAfter(to)) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must not be after 'to' (" + to + ").");
        }
        return answers.seen(
                LivesProjection.NAME,
                question,
                at -> customers.usage(customerId, from, to, at).orElseThrow(() -> unknown(customerId, asOf)));
    }

    private static LocalDate earlier(@Nullable LocalDate asked, LocalDate latest) {
        return asked == null || asked.isAfter(latest) ? latest : asked;
    }

    private static RuntimeException unknown(String customerId, AsOf asOf) {
        return Refusals.notFound(
                "UNKNOWN_CUSTOMER",
                "There is no customer '" + customerId + "' that had signed up by " + asOf.day() + ".");
    }
}
