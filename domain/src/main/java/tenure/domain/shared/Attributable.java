package tenure.domain.shared;

import org.jspecify.annotations.Nullable;
import tenure.domain.customer.CustomerId;

/**
 * A command whose sender may not know the customer. Nothing is looked up where it is decided, so whoever takes it in
 * asks the log for the customer that the stream of the named party, such as {@code user/anna}, began with.
 */
public interface Attributable {
    /** The customer as told; null when the sender left it out. */
    @Nullable CustomerId customerId();

    /** The stream whose events name the customer, such as {@code user/anna} or {@code ticket/T-17}. */
    String namedBy();

    /** The same command of this customer. */
    Attributable of(CustomerId customer);
}
