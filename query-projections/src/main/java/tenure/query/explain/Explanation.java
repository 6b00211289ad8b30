package tenure.query.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Page;

/**
 * The events behind a figure.
 *
 * @param position   what was recorded after it did not count
 * @param value      the figure: the sum of what everything counts for, on this page and the others
 * @param things     how many things were counted, on all pages
 * @param nextCursor asks for the next page; null when this is the last
 */
record Explanation(
        String figure,
        LocalDate asOf,
        long position,
        long value,
        long things,
        @Nullable String nextCursor,
        List<Counted> evidence)
        implements Page {

    @Override
    public List<Counted> rows() {
        return evidence;
    }

    /**
     * One thing that was counted.
     *
     * @param subject what it is: the id of a user, a ticket, a licence
     * @param counts  how much it adds to the figure
     * @param more    events that say the same and are not shown
     */
    record Counted(String subject, long counts, int more, List<CountedEvent> events) {}

    /** An event, without what it says. */
    record CountedEvent(
            long position,
            UUID eventId,
            String type,
            @Nullable String customerId,
            Instant occurredAt,
            Instant recordedAt) {}
}
