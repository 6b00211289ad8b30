package tenure.query.funnel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Page;

/**
 * The customers, people or seats behind a part of a bar.
 *
 * @param position the log up to here is in the figures
 * @param total    units on all pages; the same number as in the funnel
 */
public record FunnelMembers(
        LocalDate asOf, long position, long total, @Nullable String nextCursor, List<FunnelMember> members)
        implements Page {

    @Override
    public List<FunnelMember> rows() {
        return members;
    }

    /**
     * A unit at a step.
     *
     * @param name      of the customer
     * @param reachedOn day on which it reached the step; null when it has not
     * @param closesOn  first day on which the step cannot be done any more; null when it always can, or it is reached
     * @param userId    the person; null for a customer, and for empty seats
     * @param count     how many units the row stands for: more than one only for empty seats
     */
    public record FunnelMember(
            String customerId,
            String name,
            LocalDate enteredOn,
            @Nullable LocalDate reachedOn,
            @Nullable LocalDate closesOn,
            @Nullable String userId,
            long count) {}
}
