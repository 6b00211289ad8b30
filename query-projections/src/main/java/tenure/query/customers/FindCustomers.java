package tenure.query.customers;

import org.jspecify.annotations.Nullable;
import tenure.query.shared.AsOf;

/**
 * Asks for customers on a day.
 *
 * @param search part of the name or the id, in any case; null for all
 * @param plan   plan of the term in force; null for all
 * @param after  how many rows came before
 */
record FindCustomers(
        AsOf asOf,
        Status status,
        @Nullable String search,
        @Nullable String plan,
        Sort sort,
        boolean descending,
        long after,
        int limit) {

    /** Which customers are wanted. */
    enum Status {
        ALL,
        LIVE,
        CHURNED
    }

    /** What rows can be ordered by; rows without a value come last, equal rows in the order of their ids. */
    enum Sort {
        CUSTOMER_ID("customerId", "customer_id"),
        NAME("name", "lower(name)"),
        STATUS("status", "status"),
        PLAN("plan", "plan"),
        SEATS("seats", "seats"),
        MONTHLY_REVENUE("monthlyRevenue", "monthly_minor_units"),
        LAST_ACTIVE_ON("lastActiveOn", "last_active_on"),
        USAGE_28("usage28", "usage28"),
        RENEWS_ON("renewsOn", "renews_on"),
        REGISTERED_ON("registeredOn", "registered_on");

        final String parameter;
        final String column;

        Sort(String parameter, String column) {
            this.parameter = parameter;
            this.column = column;
        }
    }
}
