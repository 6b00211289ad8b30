package tenure.domain.funnel;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tenure.domain.funnel.event.FunnelDefined;
import tenure.domain.shared.Described;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;
import tenure.domain.shared.WholeNumber;

/** Everything that can be asked of a {@link Funnel}. */
public sealed interface FunnelCommand {

    /** Defines a funnel, or defines it anew. The same definition again changes nothing. */
    @Described("Defines a funnel, or defines it anew. The same definition again changes nothing.")
    record DefineFunnel(
            @TargetAggregateIdentifier @Described("Your id for the funnel.")
            FunnelId funnelId,

            @Described("What the funnel is called.") Label name,

            @Described("Name of the event that puts a customer into the funnel.")
            Label entryEvent,

            @Described(value = "What is looked for, in order.", maxEntries = 20)
            List<FunnelStep> steps,

            @Described(value = "Who goes through it: customers, or users.", otherwise = "\"customers\"")
            FunnelUnit unit,

            @Described(
                    value =
                            "independent: each step by itself, one event may serve several; any: in any order, each step"
                                    + " with events of its own; ordered: one after the other; strict: and nothing in between.",
                    otherwise = "\"independent\"")
            FunnelOrder order,

            @Described(value = "Hours from entry within which a step counts.", otherwise = "null") @Nullable WholeNumber windowHours,

            @Described(value = "What removes whoever does it between two steps.", otherwise = "[]", maxEntries = 10)
            List<FunnelExclusion> exclusions,

            @Described(value = "When the definition was made.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements FunnelCommand {

        /** The funnel that needs no definition. */
        private static final String BUILT_IN = "onboarding";

        private static final int ENTRY = -1;

        /** Checks that there are steps and that they can be told apart. */
        public DefineFunnel {
            steps = List.copyOf(steps);
            FunnelEvents.mustKnow("entryEvent", entryEvent);
            if (steps.isEmpty()) {
                throw new InvalidValue("steps", "TOO_FEW", "A funnel needs at least one step.");
            }
            if (steps.stream().map(FunnelStep::name).distinct().count() < steps.size()) {
                throw new InvalidValue("steps", "NAME_TWICE", "Each step needs a name of its own.");
            }
            if (funnelId.value().equals(BUILT_IN)) {
                throw new InvalidValue("funnelId", "RESERVED", "'" + BUILT_IN + "' is built in. Choose another id.");
            }
            if (windowHours != null && windowHours.value() < 1) {
                throw new InvalidValue("windowHours", "OUT_OF_RANGE", "At least one hour; leave it out for no window.");
            }
            if (order != FunnelOrder.INDEPENDENT && steps.stream().anyMatch(FunnelStep::absent)) {
                throw new InvalidValue(
                        "order",
                        "ABSENCE_HAS_NO_ORDER",
                        "A step that is reached by something not happening needs the order 'independent'.");
            }
            exclusions = List.copyOf(exclusions);
            var names = steps.stream().map(FunnelStep::name).toList();
            for (var exclusion : exclusions) {
                var after = exclusion.after() == null ? ENTRY : names.indexOf(exclusion.after());
                if (names.indexOf(exclusion.before()) <= after || (after == ENTRY && exclusion.after() != null)) {
                    throw new InvalidValue(
                            "exclusions",
                            "UNKNOWN_STEPS",
                            "'after' and 'before' must be the names of two steps, in their order.");
                }
            }
        }

        /** What is as usual is null, as in the definitions from before it could be chosen. */
        FunnelDefined asDefined() {
            return new FunnelDefined(
                    funnelId.value(),
                    name.value(),
                    entryEvent.value(),
                    steps.stream().map(FunnelStep::asDefined).toList(),
                    unit == FunnelUnit.CUSTOMERS ? null : unit.toString(),
                    order == FunnelOrder.INDEPENDENT ? null : order.toString(),
                    windowHours == null ? null : windowHours.value(),
                    exclusions.isEmpty()
                            ? null
                            : exclusions.stream()
                                    .map(FunnelExclusion::asDefined)
                                    .toList(),
                    occurredAt);
        }
    }
}
