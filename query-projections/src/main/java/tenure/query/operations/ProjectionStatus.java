package tenure.query.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the views are.
 *
 * @param logPosition     position of the last event in the log
 * @param firstOccurredAt when the first of the customers' events happened; null before there is one
 * @param lastOccurredAt  when the last of them happened
 */
public record ProjectionStatus(
        long logPosition,
        @Nullable Instant firstOccurredAt,
        @Nullable Instant lastOccurredAt,
        List<View> projections) {

    /**
     * One view.
     *
     * @param position       the log up to here is in it
     * @param lagEvents      events that are not in it yet
     * @param lagSeconds     how long the first of them has been in the log; 0 when there is none
     * @param perSecond      events that this node took it forward by lately
     * @param parkedEvents   events that it could not digest, with those that wait behind them
     * @param staleCustomers customers that stand still in it because of that
     * @param foldedFrom     the view that it is folded from when it is asked; null when it has rows of its own
     * @param rebuild        the new one that is being built beside it; null when none is
     */
    public record View(
            String name,
            long position,
            long lagEvents,
            long lagSeconds,
            long perSecond,
            long parkedEvents,
            long staleCustomers,
            @Nullable String foldedFrom,
            @Nullable RebuildProgress rebuild) {}

    /**
     * A view that is being built anew beside the one that answers.
     *
     * @param position         the log up to here is in the new one
     * @param percent          of the log as it is now
     * @param perSecond        events a second since it was begun or taken up again; null before there is a pace
     * @param remainingSeconds until it will have caught up at that pace; null before there is one
     * @param error            why it stands still; null when it goes on
     */
    public record RebuildProgress(
            Instant startedAt,
            long position,
            int percent,
            @Nullable Long perSecond,
            @Nullable Long remainingSeconds,
            @Nullable String error) {}

    /** The parked events of a view, oldest first. */
    public record ParkedEvents(String name, List<ParkedEvent> events) {}

    /** An event that a view could not digest, and what it said. */
    public record ParkedEvent(long position, String customerId, String error) {}

    /**
     * What became of a customer's parked events when they were tried again.
     *
     * @param takenIn     events that are in the view now
     * @param stillParked the one that failed again, and those behind it
     */
    public record RetriedEvents(String name, String customerId, long takenIn, long stillParked) {}
}
