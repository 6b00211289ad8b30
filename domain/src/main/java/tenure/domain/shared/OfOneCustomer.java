package tenure.domain.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.CustomerId;

/**
 * A decision that names several parties of one customer. Aggregates look nothing up, so whoever sends it first sees to it
 * that they belong to the same one.
 */
public interface OfOneCustomer {
    /** The streams of those that are named, such as {@code license/acme-crm} and {@code user/anna}. */
    List<String> parties();

    /** The customer that is named beside them; null when none is. */
    default @Nullable CustomerId ofCustomer() {
        return null;
    }
}
