package tenure.query.engagement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.engagement.EngagementCount.FindEngagement;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;

/** Reads who uses the product how regularly, how far and how widely. */
@RestController
@Tag(name = "Engagement")
class EngagementController {

    private static final int USUAL_INTERVALS = 13;
    private static final int MOST_INTERVALS = 120;
    private static final int USUAL_MONTHS = 12;
    private static final int MOST_MONTHS = 60;

    private final Answers answers;
    private final EngagementReads reads;

    EngagementController(Answers answers, EngagementReads reads) {
        this.answers = answers;
        this.reads = reads;
    }

    /** A parameter that is given as true or false. */
    private enum Truth {
        TRUE,
        FALSE
    }

    /** Whose coming back is asked about. */
    private enum RetentionUnit {
        USERS,
        ACCOUNTS
    }

    @GetMapping("/api/v1/customers/{customerId}/users")
    @Operation(summary = "The users of a customer: state, consistency, lifecycle, ladder and training")
    @ReadParameters({"knownAt", "limit", "cursor"})
    CustomerUsers users(@PathVariable String customerId, Question question) {
        var after = question.cursor(0);
        var limit = question.limit(100);
        return answers.seen(LivesProjection.NAME, question, at -> reads.users(customerId, at, after, limit));
    }

    @GetMapping("/api/v1/customers/{customerId}/breadth")
    @Operation(summary = "Departments and features reached, how activity is spread, and whether a champion was lost")
    @ReadParameters({"knownAt", "days"})
    Breadth breadth(@PathVariable String customerId, Question question) {
        var days = (int) question.number("days", 1, 366, 28);
        return answers.seen(LivesProjection.NAME, question, at -> reads.breadth(customerId, at, days));
    }

    @GetMapping("/api/v1/engagement")
    @Operation(summary = "Stickiness, consistency and lifecycle of users and accounts")
    @ReadParameters({"knownAt", "customer", "workingDays", "days", "interval", "from"})
    Engagement engagement(Question question) {
        var interval = question.choice("interval", Interval.class, Interval.FOUR_WEEKS);
        var query = new FindEngagement(
                question.text("customer"),
                question.choice("workingDays", Truth.class, Truth.FALSE) == Truth.TRUE,
                (int) question.number("days", 1, 90, 28),
                interval,
                intervals(question.day("from"), question.asOf().day(), interval));
        return answers.seen(LivesProjection.NAME, question, at -> reads.engagement(query, at));
    }

    /** Whole intervals between a day and the end of the one asked about. */
    private static int intervals(@Nullable LocalDate from, LocalDate asOf, Interval interval) {
        if (from == null) {
            return USUAL_INTERVALS;
        }
        var intervals = ChronoUnit.DAYS.between(from, asOf.plusDays(1)) / interval.days;
        if (intervals < 1 || intervals > MOST_INTERVALS) {
            throw Refusals.badParameter(
                    "from",
                    "OUT_OF_RANGE",
                    "'from' must leave 1 to " + MOST_INTERVALS + " intervals of " + interval.days
                            + " days until the end of 'asOf' (" + asOf + ").");
        }
        return (int) intervals;
    }

    @GetMapping("/api/v1/features/{feature}/drop-off")
    @Operation(summary = "Whether users stop after a feature, compared with users of the same tenure")
    @ReadParameters({"knownAt", "customer"})
    DropOff dropOff(@PathVariable String feature, Question question) {
        var customer = question.text("customer");
        return answers.seen(LivesProjection.NAME, question, at -> reads.dropOff(feature, customer, at));
    }

    @GetMapping("/api/v1/retention")
    @Operation(summary = "Who came back, by the month of the first activity")
    @ReadParameters({"knownAt", "unit", "customer", "from"})
    Retention retention(Question question) {
        var ofUsers = question.choice("unit", RetentionUnit.class, RetentionUnit.USERS) == RetentionUnit.USERS;
        var customer = question.text("customer");
        var last = YearMonth.from(question.asOf().day());
        var from = question.day("from");
        var first = from == null ? last.minusMonths(USUAL_MONTHS - 1) : YearMonth.from(from);
        if (first.isAfter(last) || first.isBefore(last.minusMonths(MOST_MONTHS - 1))) {
            throw Refusals.badParameter(
                    "from",
                    "OUT_OF_RANGE",
                    "'from' must lie in one of the " + MOST_MONTHS + " months until 'asOf' (" + last + ").");
        }
        return answers.seen(LivesProjection.NAME, question, at -> reads.retention(customer, ofUsers, first, at));
    }
}
