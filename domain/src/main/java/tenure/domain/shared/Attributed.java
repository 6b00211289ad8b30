package tenure.domain.shared;

import tenure.domain.customer.CustomerId;

/** A fact whose source may not know the customer. When nobody else does either, it is recorded without one. */
public interface Attributed extends Fact, Attributable {
    @Override
    Attributed of(CustomerId customer);
}
