package tenure.domain.funnel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import tenure.domain.funnel.FunnelCommand.DefineFunnel;
import tenure.domain.funnel.event.FunnelDefined;

/** What customers are counted by on their way. Its commands come by {@link FunnelDefinitions}. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class Funnel {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private FunnelId id;

    private FunnelDefined definition;

    /** For Axon, which fills it from its events. */
    protected Funnel() {}

    Funnel(DefineFunnel command) {
        apply(command.asDefined());
    }

    void decide(DefineFunnel command) {
        var wanted = command.asDefined();
        if (saysTheSame(wanted)) {
            return;
        }
        apply(wanted);
    }

    @EventSourcingHandler
    void evolve(FunnelDefined event) {
        id = new FunnelId(event.funnelId());
        definition = event;
    }

    private boolean saysTheSame(FunnelDefined wanted) {
        return definition.name().equals(wanted.name())
                && definition.entryEvent().equals(wanted.entryEvent())
                && definition.steps().equals(wanted.steps())
                && Objects.equals(definition.unit(), wanted.unit())
                && Objects.equals(definition.order(), wanted.order())
                && Objects.equals(definition.windowHours(), wanted.windowHours())
                && Objects.equals(definition.exclusions(), wanted.exclusions());
    }
}
