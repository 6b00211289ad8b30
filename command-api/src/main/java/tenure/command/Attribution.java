package tenure.command;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
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

    /** The commands in their order, each of the customer it belongs to as far as anybody knows. */
    List<Object> of(List<Object> commands) {
        Set<String> unnamed = commands.stream()
                .filter(Attribution::leavesCustomerOut)
                .map(command -> ((Attributable) command).namedBy())
                .collect(toSet());
        if (unnamed.isEmpty()) {
            return commands;
        }
        Map<String, CustomerId> customers = new HashMap<>(parties.customersOf(unnamed));
        List<Object> named = new ArrayList<>();
        for (Object command : commands) {
            Object attributed = attributed(command, customers);
            note(attributed, customers);
            named.add(attributed);
        }
        return named;
    }

    /** What stands before it in the same row is not in the log yet. */
    private static void note(Object command, Map<String, CustomerId> customers) {
        if (command instanceof Attributed fact && fact.customerId() != null) {
            customers.putIfAbsent(fact.stream(), fact.customerId());
        }
    }

    private static boolean leavesCustomerOut(Object command) {
        return command instanceof Attributable open && open.customerId() == null;
    }

    private static Object attributed(Object command, Map<String, CustomerId> customers) {
        if (!leavesCustomerOut(command)) {
            return command;
        }
        var open = (Attributable) command;
        CustomerId customer = customers.get(open.namedBy());
        return customer == null ? command : open.of(customer);
    }
}
