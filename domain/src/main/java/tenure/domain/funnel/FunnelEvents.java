package tenure.domain.funnel;

import tenure.domain.EventCatalogue;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;

/** Sees to it that a funnel asks only for events that can happen. */
final class FunnelEvents {

    /** Any use, whoever tells of it: a day that a source reports in total, a log-on, a feature used. */
    static final String ANY_USE = "usage";

    private FunnelEvents() {}

    /** What a step waits for may also be {@value #ANY_USE}. */
    static void mustKnowOrBeUse(String component, Label event) {
        if (!event.value().equals(ANY_USE)) {
            mustKnow(component, event);
        }
    }

    static void mustKnow(String component, Label event) {
        if (!EventCatalogue.names().contains(event.value())) {
            throw new InvalidValue(
                    component,
                    "UNKNOWN_EVENT",
                    "No such event. There are: " + String.join(", ", EventCatalogue.names()) + ".");
        }
    }
}
