package tenure.domain.funnel.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A funnel was defined, or defined anew.
 *
 * @param entryEvent  name of the event that puts a customer into the funnel
 * @param steps       what is looked for, in their order
 * @param unit        who goes through it, such as {@code users}; null: customers
 * @param order       whether steps must follow each other, such as {@code strict}; null: each step by itself
 * @param windowHours hours from entry within which a step counts; null: without end
 * @param exclusions  what removes whoever does it; null: nothing
 * @param occurredAt  when the definition was made
 */
@EventName("funnel.defined")
public record FunnelDefined(
        String funnelId,
        String name,
        String entryEvent,
        List<Step> steps,
        @Nullable String unit,
        @Nullable String order,
        @Nullable Integer windowHours,
        @Nullable List<Exclusion> exclusions,
        Instant occurredAt)
        implements FunnelEvent {
    /** Copies the lists. */
    public FunnelDefined {
        steps = List.copyOf(steps);
        exclusions = exclusions == null ? null : List.copyOf(exclusions);
    }

    /** A funnel of customers, each step by itself. */
    public FunnelDefined(String funnelId, String name, String entryEvent, List<Step> steps, Instant occurredAt) {
        this(funnelId, name, entryEvent, steps, null, null, null, null, occurredAt);
    }

    /**
     * What must not happen between two steps.
     *
     * @param after  name of the step after which it counts; null: the entry
     * @param before name of the step before which it counts
     */
    public record Exclusion(String event, @Nullable String after, String before) {}

    /**
     * One step of a funnel.
     *
     * @param event            name of the event that counts
     * @param atLeast          how many of them are needed; 1 or more
     * @param distinctFeatures how many different features are needed in them; 0 when it does not matter
     * @param fromDay          first day that counts, from the day of entry, which is day 0; null: the day of entry
     * @param toDay            last day that counts, itself included; null: without end
     * @param absent           whether the step is reached by the event <em>not</em> happening
     * @param subject          what the event must be about: a feature, a course, a task; null: anything
     * @param withinHours      hours after the step before within which it counts; null: without end
     * @param optional         whether later steps can be reached without it; null: they cannot
     */
    public record Step(
            String name,
            String event,
            int atLeast,
            int distinctFeatures,
            @Nullable Integer fromDay,
            @Nullable Integer toDay,
            boolean absent,
            @Nullable String subject,
            @Nullable Integer withinHours,
            @Nullable Boolean optional) {

        /** A step that must be done, about anything, at any time after the one before. */
        public Step(
                String name,
                String event,
                int atLeast,
                int distinctFeatures,
                @Nullable Integer fromDay,
                @Nullable Integer toDay,
                boolean absent) {
            this(name, event, atLeast, distinctFeatures, fromDay, toDay, absent, null, null, null);
        }
    }
}
