package tenure.benchmark.view;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What a view knows of a customer.
 *
 * @param events how many there were
 */
record CustomerRow(String customer, int seats, long events, Instant lastSeen) {

    /** Takes changes into rows by customer. */
    static void fold(Map<String, CustomerRow> rows, Collection<Change> changes) {
        for (var change : changes) {
            var event = change.event();
            var row = rows.get(event.customerId());
            rows.put(
                    event.customerId(),
                    new CustomerRow(
                            event.customerId(),
                            event.seats(),
                            row == null ? 1 : row.events() + 1,
                            change.occurredAt()));
        }
    }

    /** The rows that changes come to. */
    static Collection<CustomerRow> of(Collection<Change> changes) {
        var rows = new HashMap<String, CustomerRow>();
        fold(rows, changes);
        return rows.values();
    }
}
