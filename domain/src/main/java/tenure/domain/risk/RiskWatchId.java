package tenure.domain.risk;

import tenure.domain.customer.CustomerId;

/** Names the risk of one customer, by the id of the customer. */
public record RiskWatchId(String value) {

    static RiskWatchId of(CustomerId customer) {
        return new RiskWatchId(customer.value());
    }

    /** The stream of its events. */
    @Override
    public String toString() {
        return "risk/" + value;
    }
}
