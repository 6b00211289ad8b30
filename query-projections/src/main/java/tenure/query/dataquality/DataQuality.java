package tenure.query.dataquality;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Page;

/**
 * Where the log contradicts itself, as far as it tells of days until the day asked about.
 *
 * @param position       the log up to here is in the answer
 * @param kinds          every kind, also those without any
 * @param nextCursor     asks for the next page of contradictions; null on the last
 * @param contradictions by kind, customer, subject and day
 */
public record DataQuality(
        LocalDate asOf,
        long position,
        List<Kind> kinds,
        @Nullable String nextCursor,
        List<Contradiction> contradictions)
        implements Page {

    @Override
    public List<Contradiction> rows() {
        return contradictions;
    }

    /**
     * One kind of contradiction.
     *
     * @param kind      its name, such as {@code usage-before-registration}
     * @param means     the same in a sentence
     * @param events    how many events contradict something in this way
     * @param customers how many customers they belong to
     */
    public record Kind(String kind, String means, long events, long customers) {}

    /**
     * The events of a customer and a day that contradict something in one way.
     *
     * @param customerId null when nobody knows the customer
     * @param subject    the user, the ticket, or the user and the course that the events name; null when they name none
     * @param day        on which they happened, as told; on which they were recorded when they are dated after that
     * @param events     how many there are
     * @param positions  of the first hundred of them in the log
     */
    public record Contradiction(
            String kind,
            @Nullable String customerId,
            @Nullable String subject,
            LocalDate day,
            long events,
            List<Long> positions) {}
}
