package tenure.command;

import tenure.domain.customer.CustomerId;

/** Knows which customers have been registered. Implemented by a look at the head of the customer's stream. */
public interface KnownCustomers {
    /** Whether the customer has ever been registered. */
    boolean isKnown(CustomerId customer);
}
