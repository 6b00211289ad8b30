package tenure.query.funnel;

import java.util.List;

/**
 * Something that happened.
 *
 * @param subject  the feature, course or task that it is about, or the day whose totals it reports; empty: none
 * @param at       when, in {@link Micros}
 * @param features features that it shows; empty where it shows none
 */
record Occurrence(String event, String subject, long at, long position, List<String> features)
        implements Comparable<Occurrence> {

    static final String DAY_REPORTED = "usage.day-reported";

    /** By time; what happened at the same time is ordered by its place in the log. */
    @Override
    public int compareTo(Occurrence other) {
        return at == other.at ? Long.compare(position, other.position) : Long.compare(at, other.at);
    }
}
