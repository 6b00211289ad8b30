package tenure.query.history;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Question;

/**
 * A customer's life in lanes.
 *
 * @param position what was recorded after it did not count
 * @param from     first day that is shown; null: from the beginning
 * @param to       first day that is not shown any more; null: to the end
 * @param lanes    all lanes, in their order
 */
public record Timeline(
        LocalDate asOf,
        long position,
        String customerId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Swimlane> lanes) {

    /**
     * A part of the customer's life.
     *
     * @param bars    in the order of their start
     * @param points  single facts, in the order in which they happened
     * @param density how much was done; null where nothing is counted
     */
    public record Swimlane(
            Lane lane,
            List<Bar> bars,
            List<TimelinePoint> points,
            @Nullable Density density) {}

    /**
     * A thing that lasts, such as the term of a license, a training or a ticket.
     *
     * @param thing            its kind
     * @param id               what tells it from others of its kind
     * @param label            what to call it; empty when nothing is known
     * @param start            from when on it holds
     * @param end              first moment at which it does not hold any more; null while it is open
     * @param plannedEnd       when it should be over, or will be; null when nobody says
     * @param state            how it stands, or ended
     * @param reopened         how often it was opened again
     * @param recordedDaysLate the most days by which one of its events was recorded late
     * @param positions        its events, in the order in which they happened
     */
    public record Bar(
            String thing,
            String id,
            String label,
            Instant start,
            @Nullable Instant end,
            @Nullable Instant plannedEnd,
            @Nullable String state,
            int reopened,
            long recordedDaysLate,
            List<Long> positions) {}

    /**
     * Something that happened to a thing.
     *
     * @param type             stored name of the event
     * @param thing            kind of the thing, whose bar has the same thing and id
     * @param occurredAt       when it happened
     * @param recordedDaysLate whole days from when it happened until it was stored
     */
    public record TimelinePoint(
            String type, String thing, String id, Instant occurredAt, long position, long recordedDaysLate) {}

    /**
     * How much the product was used.
     *
     * @param per  how long a bin is: day, or week from Monday
     * @param bins those in which something was told, oldest first
     */
    public record Density(Per per, List<TimelineBin> bins) {}

    /**
     * A day or a week.
     *
     * @param from    its first day
     * @param actions uses of features; of a day whose total is reported, that total
     * @param logOns  log-ons that were told one by one
     * @param events  events that tell it
     * @param late    those of them that were recorded a day late or more
     */
    public record TimelineBin(LocalDate from, long actions, long logOns, long events, long late) {}

    /** How long a bin is. */
    public enum Per {
        DAY,
        WEEK;

        /** The word in answers. */
        @JsonValue
        public String word() {
            return Question.word(this);
        }
    }
}
