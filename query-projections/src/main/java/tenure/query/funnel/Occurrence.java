package tenure.query.funnel;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened.
 *
 * @param userId   the person it names; empty: none
 * @param subject  the feature, course or task that it is about; empty: none
 * @param features features that it shows; empty where it shows none
 */
record Occurrence(String event, String userId, String subject, Instant occurredAt, long position, List<String> features)
        implements Comparable<Occurrence> {

    /** By time; what happened at the same time is ordered by its place in the log. */
    @Override
    public int compareTo(Occurrence other) {
        var byTime = occurredAt.compareTo(other.occurredAt);
        return byTime != 0 ? byTime : Long.compare(position, other.position);
    }
}
