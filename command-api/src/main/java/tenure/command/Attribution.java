package tenure.command;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Attributable;
import tenure.domain.shared.Attributed;

/** Fills in the customers that senders left out, with one look at the log for all commands together. */
final class Attribution {

    private final KnownParties parties;

    Attribution(KnownParties parties) {
        this.parties = parties;
    }

    /**
     * The commands in their order, each of the customer it belongs to as far as anybody knows.
     *
     * @param told customers by the streams that facts of the same request named, which may not be in the log yet; grows
     */
    List<Object> of(List<Object> commands, Map<String, CustomerId> told) {
        Set<String> unnamed = commands.stream()
                .filter(Attribution::leavesCustomerOut)
                .map(command -> ((Attributable) command).namedBy())
                .collect(toSet());
        Map<String, CustomerId> customers = unnamed.isEmpty() ? Map.of() : parties.customersOf(unnamed);
        List<Object> named = new ArrayList<>();
        for (Object command : commands) {
            Object attributed = attributed(command, customers, told);
            if (attributed instanceof Attributed fact && fact.customerId() != null) {
                told.putIfAbsent(fact.stream(), fact.customerId());
            }
            named.add(attributed);
        }
        return named;
    }

    private static boolean leavesCustomerOut(Object command) {
        return command instanceof Attributable open && open.customerId() == null;
    }

    private static Object attributed(Object command, Map<String, CustomerId> customers, Map<String, CustomerId> told) {
        if (!leavesCustomerOut(command)) {
            return command;
        }
        var open = (Attributable) command;
        CustomerId customer = customers.getOrDefault(open.namedBy(), told.get(open.namedBy()));
        return customer == null ? command : open.of(customer);
    }
}
