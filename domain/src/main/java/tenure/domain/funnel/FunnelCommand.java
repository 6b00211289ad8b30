package tenure.domain.funnel;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tenure.domain.funnel.event.FunnelDefined;
import tenure.domain.shared.Described;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;

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

            @Described(value = "When the definition was made.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements FunnelCommand {
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
        }

        FunnelDefined asDefined() {
            return new FunnelDefined(
                    funnelId.value(),
                    name.value(),
                    entryEvent.value(),
                    steps.stream().map(FunnelStep::asDefined).toList(),
                    occurredAt);
        }
    }
}
