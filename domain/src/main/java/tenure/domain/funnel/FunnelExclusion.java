package tenure.domain.funnel;

import org.jspecify.annotations.Nullable;
import tenure.domain.funnel.event.FunnelDefined;
import tenure.domain.shared.Described;
import tenure.domain.shared.Label;

/** What must not happen between two steps, as it is asked for. */
public record FunnelExclusion(
        @Described("Name of the event that removes whoever does it from the whole funnel.")
        Label event,

        @Described(value = "Name of the step after which it counts; left out: the entry.", otherwise = "null") @Nullable Label after,

        @Described("Name of the step before which it counts.")
        Label before) {

    /** Checks the event. */
    public FunnelExclusion {
        FunnelEvents.mustKnow("event", event);
    }

    FunnelDefined.Exclusion asDefined() {
        return new FunnelDefined.Exclusion(event.value(), after == null ? null : after.value(), before.value());
    }
}
