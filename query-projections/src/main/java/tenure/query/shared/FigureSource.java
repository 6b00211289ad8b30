package tenure.query.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A view that can name the events behind its figures. */
public interface FigureSource {

    /** Names of the projections that its figures are computed from. */
    Set<String> projections();

    /** The figures that it explains, such as {@code seats.trained}. */
    Set<String> figures();

    /** What was counted, in an order that stays; the counts add up to the figure. */
    List<Evidence> evidence(Asked asked);

    /** A page of what was counted, for figures that count too much to name the events of all of it. */
    default EvidencePage page(Asked asked, long after, int limit) {
        var all = evidence(asked);
        return new EvidencePage(
                all.stream().mapToLong(Evidence::counts).sum(),
                all.size(),
                all.stream().skip(after).limit(limit).toList());
    }

    /**
     * The figure that is asked about.
     *
     * @param customerId the customer it is of; null: of all
     * @param subject    what it is of within the customer, as the figure's address says; null: everything
     * @param from       first day that counts; null when the figure is of one day
     */
    record Asked(
            String figure,
            Standpoint at,
            @Nullable String customerId,
            @Nullable String subject,
            @Nullable LocalDate from) {}

    /**
     * One thing that was counted.
     *
     * @param subject   what it is: the id of a user, a ticket, a licence
     * @param counts    how much it adds to the figure; less than zero when it takes away
     * @param positions events that say so, oldest first
     */
    record Evidence(String subject, long counts, List<Long> positions) {}

    /**
     * Some of what was counted.
     *
     * @param value  what all of it counts for, on this page and the others
     * @param things how many things were counted
     */
    record EvidencePage(long value, long things, List<Evidence> evidence) {}
}
