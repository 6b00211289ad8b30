package tenure.query.dataquality;

import java.util.List;
import java.util.Map;
import tenure.query.life.LifeDigests;

/**
 * The digests of all lives, those of lives that have to do with others made with what these know.
 *
 * @param source    of which it is made, as {@link LifeDigests} gave them
 * @param nobody    what is told of no customer, by itself
 * @param digests   that of nobody first, then those of customers in the order of their ids
 * @param elsewhere what others know, by customer; one that has to do with no other is absent
 */
record Quality(
        List<QualityDigest> source,
        QualityDigest nobody,
        List<QualityDigest> digests,
        Map<String, Elsewhere> elsewhere) {

    /** The same list stands for the same knowledge. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(List<QualityDigest> source, QualityDigest nobody) {
        return this.source == source && this.nobody.isOfSameLife(nobody);
    }

    /** What others know of those that a life names. */
    Elsewhere elsewhere(String customerId) {
        return elsewhere.getOrDefault(customerId, Elsewhere.NOTHING);
    }
}
