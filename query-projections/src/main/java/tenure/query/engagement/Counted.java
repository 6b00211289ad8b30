package tenure.query.engagement;

import java.util.List;
import tenure.query.shared.FigureSource.Evidence;

/** Something that is counted over customers. */
interface Counted {

    /**
     * What a customer adds.
     *
     * @param things how many of it count
     * @param value  what they count for
     */
    record Sum(long things, long value) {}

    /** What a customer adds. */
    Sum of(Activity customer);

    /** The things of a customer that count, with the events that say so. */
    List<Evidence> evidence(CustomerEvents customer);
}
