package tenure.query.shared;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model says of the risk of customers: columns that one view adds to the rows of another. */
public interface CustomerRisks {

    /** Names of the projections that it is computed from. */
    Collection<String> projections();

    /** The risk of all customers. To be called within a transaction. */
    Known at(Standpoint at);

    /** The risk of one customer; null when it has none. To be called within a transaction. */
    @Nullable CustomerRisk of(String customerId, Standpoint at);

    /**
     * The risk of all customers.
     *
     * @param position what was recorded up to here is in it: less than the standpoint's while it is computed anew
     * @param poorest  the word for the worst health
     * @param risks    by the ids of customers; who is absent has none. The same map as long as none of them is another
     */
    record Known(long position, String poorest, Map<String, CustomerRisk> risks) {

        /** Whether a customer's health is of the worst. */
        public boolean isPoor(String customerId) {
            var risk = risks.get(customerId);
            return risk != null && poorest.equals(risk.band());
        }
    }

    /**
     * The risk of a customer.
     *
     * @param health    from 0 to 100, which is best; null when not known
     * @param band      the word for it
     * @param risk      how likely the customer is to leave, from 0 to 1
     * @param change    of the risk over 30 days; null when it was not known then
     * @param topDriver the signal that adds most to it, by its id
     */
    record CustomerRisk(
            @Nullable BigDecimal health,
            @Nullable String band,
            @Nullable BigDecimal risk,
            @Nullable BigDecimal change,
            @Nullable String topDriver) {}
}
