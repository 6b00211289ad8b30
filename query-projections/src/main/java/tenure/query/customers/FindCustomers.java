package tenure.query.customers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenure.domain.segment.event.SegmentDefined;
import tenure.query.shared.Question;

/**
 * Asks for customers on a day.
 *
 * @param search  part of the name or the id, in any case; null for all
 * @param plan    plan of the term in force; null for all
 * @param owner   who looks after them; null for all
 * @param stage   the furthest that they have reached; null for all
 * @param segment id of a segment that they belong to; null for all
 * @param after   how many rows came before
 */
record FindCustomers(
        Status status,
        @Nullable String search,
        @Nullable String plan,
        @Nullable String owner,
        @Nullable Stage stage,
        @Nullable String segment,
        CustomerSort sort,
        boolean descending,
        long after,
        int limit) {

    /** Which customers are wanted. */
    enum Status {
        ALL,
        LIVE,
        CHURNED
    }

    static FindCustomers of(Question question) {
        var sort = question.text("sort");
        var descending = sort == null || sort.startsWith("-");
        var stage = question.text("stage");
        return new FindCustomers(
                question.choice("status", Status.class, Status.ALL),
                question.text("search"),
                question.text("plan"),
                question.text("owner"),
                stage == null ? null : Question.choice("stage", stage, Stage.class),
                question.text("segment"),
                sort == null ? CustomerSort.MONTHLY_REVENUE : CustomerSort.named(descending ? sort.substring(1) : sort),
                descending,
                question.cursor(0),
                question.limit(100));
    }

    /**
     * Whether a row is wanted.
     *
     * @param defined the segment that is asked for, as it was defined then; null when none is
     */
    boolean wants(CustomerOnDay row, @Nullable SegmentDefined defined) {
        return (status == Status.ALL || status.name().equals(row.status().name()))
                && (plan == null || plan.equals(row.plan()))
                && (owner == null || owner.equals(row.known().owner()))
                && (stage == null || stage == row.stage())
                && (search == null || contains(row.known().name(), search) || contains(row.customerId(), search))
                && (defined == null || SegmentFilter.takes(defined, row));
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
