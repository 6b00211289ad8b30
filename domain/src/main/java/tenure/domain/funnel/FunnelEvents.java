package tenure.domain.funnel;

import tenure.domain.EventCatalogue;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;

/** Sees to it that a funnel asks only for events that can happen. */
final class FunnelEvents {

    private FunnelEvents() {}

    static void mustKnow(String component, Label event) {
        if (!EventCatalogue.names().contains(event.value())) {
            throw new InvalidValue(
                    component,
                    "UNKNOWN_EVENT",
                    "No such event. There are: " + String.join(", ", EventCatalogue.names()) + ".");
        }
    }
}
