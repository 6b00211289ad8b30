package tenure.domain.shared;

import org.jspecify.annotations.Nullable;
import tenure.domain.customer.CustomerId;

/**
 * A fact whose source may not know the customer. Facts look nothing up, so whoever records it first asks the log for the
 * customer that the stream of the named party, such as {@code user/anna}, began with. When nobody knows, it is recorded
 * without a customer.
 */
public interface Attributed extends Fact {
    /** The customer as told; null when the source left it out. */
    @Nullable CustomerId customerId();

    /** The stream whose events name the customer, such as {@code user/anna} or {@code ticket/T-17}. */
    String namedBy();

    /** The same fact of this customer. */
    Attributed of(CustomerId customer);
}
