package tenure.query.customers;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.CustomerRisks.CustomerRisk;

/** All customers that had signed up by a day, as known at one position, and the orders in which they were asked for. */
final class Portfolio {

    private final int day;
    private final List<CustomerDigest> digests;
    private final CustomerOnDay[] rows;
    private final Map<Order, Ordered> orders = new ConcurrentHashMap<>();

    private record Order(CustomerSort sort, boolean descending) {}

    private record Ordered(Map<String, CustomerRisk> risks, List<CustomerOnDay> rows) {}

    /**
     * Makes the rows.
     *
     * @param digests in the order of the ids
     * @param before  one of the same day: the rows of customers of whom nothing else is known are taken from it; null: none
     */
    Portfolio(int day, List<CustomerDigest> digests, @Nullable Portfolio before) {
        this.day = day;
        this.digests = digests;
        var known = new IdentityHashMap<CustomerDigest, CustomerOnDay>();
        if (before != null) {
            for (var row : before.rows) {
                known.put(row.digest(), row);
            }
        }
        this.rows = digests.stream()
                .<CustomerOnDay>mapMulti((digest, receiver) -> {
                    var row = known.get(digest);
                    var now = row == null ? CustomerOnDay.of(digest, day) : row;
                    if (now != null) {
                        receiver.accept(now);
                    }
                })
                .toArray(CustomerOnDay[]::new);
    }

    int day() {
        return day;
    }

    @SuppressWarnings("ReferenceEquality") // The same list stands for the same knowledge.
    boolean isOf(int day, List<CustomerDigest> digests) {
        return this.day == day && this.digests == digests;
    }

    /** The rows in the order of the ids. */
    List<CustomerOnDay> rows() {
        return List.of(rows);
    }

    /** The rows in some order. */
    @SuppressWarnings("ReferenceEquality") // Risks that were computed anew make another order.
    List<CustomerOnDay> inOrder(CustomerSort sort, boolean descending, Map<String, CustomerRisk> risks) {
        var order = new Order(sort, descending);
        var known = orders.get(order);
        if (known == null || (sort.isOfRisk() && known.risks() != risks)) {
            known = new Ordered(risks, sort.sorted(rows, risks, descending));
            orders.put(order, known);
        }
        return known.rows();
    }
}
