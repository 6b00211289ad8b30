package tenure.query.shared.cloudevents;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events a reader wants.
 *
 * @param types      stored names; none means all
 * @param customerId only events of this customer, or null for all
 */
public record EventFilter(Set<String> types, @Nullable String customerId) {

    boolean wantsType(String type) {
        return types.isEmpty() || types.contains(type);
    }

    boolean wantsEverything() {
        return types.isEmpty() && customerId == null;
    }
}
