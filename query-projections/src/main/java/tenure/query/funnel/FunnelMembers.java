package tenure.query.funnel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Page;

/**
 * The customers behind a part of a bar.
 *
 * @param position the log up to here is in the figures
 * @param total    customers on all pages; the same number as in the funnel
 */
public record FunnelMembers(
        LocalDate asOf, long position, int total, @Nullable String nextCursor, List<FunnelMember> members)
        implements Page {

    @Override
    public List<FunnelMember> rows() {
        return members;
    }

    /**
     * A customer at a step.
     *
     * @param reachedOn day on which it did the step; null when it has not
     * @param closesOn  first day on which the step cannot be done any more; null when it always can, or it is done
     */
    public record FunnelMember(
            String customerId,
            String name,
            LocalDate enteredOn,
            @Nullable LocalDate reachedOn,
            @Nullable LocalDate closesOn) {}
}
