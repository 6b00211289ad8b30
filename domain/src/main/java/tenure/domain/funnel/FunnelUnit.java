package tenure.domain.funnel;

import tenure.domain.shared.Word;

/** Who goes through a funnel. */
public enum FunnelUnit {
    /** Customers: what any of their people does counts. */
    CUSTOMERS,
    /** The people of customers: what names them counts. */
    USERS;

    /** As it is sent and stored. */
    @Override
    public String toString() {
        return Word.of(this);
    }
}
