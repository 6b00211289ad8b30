package tenure.query.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.customers.CustomerPage.Churn;
import tenure.query.customers.FindCustomers.Sort;
import tenure.query.customers.FindCustomers.Status;
import tenure.query.people.PeopleProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.AsOf;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads customers. */
@RestController
@Tag(name = "Customers")
class CustomersController {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final int DAYS_OF_USAGE = 364;

    /** Who the customers are, and what their people did. */
    private static final List<String> WITH_USE = List.of(CustomersProjection.NAME, PeopleProjection.NAME);

    private final Answers answers;
    private final CustomerRows rows;
    private final TermTable terms;
    private final UsageTable usage;
    private final TotalsTable totals;
    private final JsonMapper json;

    CustomersController(
            Answers answers,
            CustomerRows rows,
            TermTable terms,
            UsageTable usage,
            TotalsTable totals,
            JsonMapper json) {
        this.answers = answers;
        this.rows = rows;
        this.terms = terms;
        this.usage = usage;
        this.totals = totals;
        this.json = json;
    }

    @GetMapping("/api/v1/totals")
    @Operation(summary = "Live customers, seats and monthly revenue on a day")
    @ReadParameters
    Totals totals(Question question) {
        return answers.from(CustomersProjection.NAME, question, position -> totals.on(question.asOf(), position));
    }

    @GetMapping("/api/v1/customers")
    @Operation(summary = "The portfolio: a row per customer, as of a day")
    @ReadParameters({"status", "search", "plan", "sort", "limit", "cursor"})
    CustomerList customers(Question question) {
        var query = query(question);
        return answers.from(WITH_USE, question, position -> {
            var found = rows.find(query);
            var end = query.after() + found.size();
            var total = rows.count(query);
            return new CustomerList(
                    query.asOf().day(), position, total, end < total ? Question.cursorAfter(end) : null, found);
        });
    }

    @GetMapping("/api/v1/customers/plans")
    @Operation(summary = "The plans of all terms in force on a day")
    @ReadParameters
    CustomerList.Plans plans(Question question) {
        return answers.from(
                CustomersProjection.NAME,
                question,
                position -> new CustomerList.Plans(question.asOf().day(), position, rows.plans(question.asOf())));
    }

    @GetMapping("/api/v1/customers/{customerId}")
    @Operation(summary = "One customer: the header of its page and its terms")
    @ReadParameters
    CustomerPage customer(@PathVariable String customerId, Question question) {
        var asOf = question.asOf();
        return answers.from(WITH_USE, question, position -> {
            var found = rows.one(customerId, asOf).orElseThrow(() -> unknown(customerId, asOf));
            return new CustomerPage(
                    asOf.day(),
                    position,
                    found.row(),
                    json.readValue(found.profile(), TEXTS),
                    churn(found),
                    terms.of(customerId, asOf));
        });
    }

    @GetMapping("/api/v1/customers/{customerId}/usage")
    @Operation(summary = "What a customer did, day by day")
    @ReadParameters({"from", "to"})
    Usage usage(@PathVariable String customerId, Question question) {
        var asOf = question.asOf();
        var dayAfter = asOf.day().plusDays(1);
        var to = earlier(question.day("to"), dayAfter);
        var askedFrom = question.day("from");
        var from = askedFrom == null ? to.minusDays(DAYS_OF_USAGE) : askedFrom;
        if (from.isAfter(to)) {
            throw Refusals.badParameter("from", "ENDS_BEFORE_IT_BEGINS", "'from' must not be after 'to' (" + to + ").");
        }
        return answers.from(WITH_USE, question, position -> {
            if (!rows.isKnown(customerId, asOf)) {
                throw unknown(customerId, asOf);
            }
            return new Usage(asOf.day(), position, customerId, from, to, usage.between(customerId, from, to));
        });
    }

    private static FindCustomers query(Question question) {
        var sort = question.text("sort");
        var descending = sort == null || sort.startsWith("-");
        var name = sort == null ? Sort.MONTHLY_REVENUE.parameter : descending ? sort.substring(1) : sort;
        var column = Arrays.stream(Sort.values())
                .filter(candidate -> candidate.parameter.equals(name))
                .findFirst()
                .orElseThrow(() -> Refusals.badParameter(
                        "sort",
                        "UNKNOWN_VALUE",
                        "'sort' must be one of "
                                + Arrays.stream(Sort.values())
                                        .map(known -> known.parameter)
                                        .collect(Collectors.joining(", "))
                                + ", with '-' in front for descending."));
        return new FindCustomers(
                question.asOf(),
                question.choice("status", Status.class, Status.ALL),
                question.text("search"),
                question.text("plan"),
                column,
                descending,
                question.cursor(0),
                question.limit(100));
    }

    private static @Nullable Churn churn(CustomerRows.Found found) {
        var churnedOn = found.row().churnedOn();
        return churnedOn == null ? null : new Churn(churnedOn, text(found.reasonCode()), text(found.reasonText()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
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
