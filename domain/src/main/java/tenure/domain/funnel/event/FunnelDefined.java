package tenure.domain.funnel.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A funnel was defined, or defined anew.
 *
 * @param entryEvent name of the event that puts a customer into the funnel
 * @param steps      what is looked for, in their order
 * @param occurredAt when the definition was made
 */
@EventName("funnel.defined")
public record FunnelDefined(String funnelId, String name, String entryEvent, List<Step> steps, Instant occurredAt)
        implements FunnelEvent {
    /** Copies the steps. */
    public FunnelDefined {
        steps = List.copyOf(steps);
    }

    /**
     * One step of a funnel.
     *
     * @param event            name of the event that counts
     * @param atLeast          how many of them are needed; 1 or more
     * @param distinctFeatures how many different features are needed in them; 0 when it does not matter
     * @param fromDay          first day that counts, from the day of entry, which is day 0; null: the day of entry
     * @param toDay            last day that counts, itself included; null: without end
     * @param absent           whether the step is reached by the event <em>not</em> happening
     */
    public record Step(
            String name,
            String event,
            int atLeast,
            int distinctFeatures,
            @Nullable Integer fromDay,
            @Nullable Integer toDay,
            boolean absent) {}
}
