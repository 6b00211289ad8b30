package tenure.query.people;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person did on one day with one feature, as far as it was known.
 *
 * @param feature   the feature used; empty for log-ons
 * @param positions events that say so, oldest first; at least one
 * @param counts    how often, by event
 */
public record UseOfDay(
        String customerId, String userId, LocalDate day, String feature, List<Long> positions, List<Long> counts) {

    /** Whether it is a log-on, and no use of a feature. */
    public boolean isLogOn() {
        return feature.isEmpty();
    }

    /** How often in all. */
    public long count() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
