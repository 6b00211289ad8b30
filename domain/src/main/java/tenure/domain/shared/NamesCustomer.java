package tenure.domain.shared;

import tenure.domain.customer.CustomerId;

/**
 * A decision about a customer that is not the aggregate it is sent to. Aggregates look nothing up, so whoever sends it
 * first sees to it that the customer is known.
 */
public interface NamesCustomer {
    /** The customer that must be known. */
    CustomerId customerId();
}
