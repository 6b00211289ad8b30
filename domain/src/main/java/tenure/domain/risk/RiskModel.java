package tenure.domain.risk;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import tenure.domain.risk.RiskModelCommand.PublishRiskModel;
import tenure.domain.risk.event.RiskModelPublished;

/** How the health of a customer is computed. Its commands come by {@link RiskModels}. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class RiskModel {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private RiskModelId id;

    private RiskModelPublished published;

    /** For Axon, which fills it from its events. */
    protected RiskModel() {}

    RiskModel(PublishRiskModel command) {
        apply(command.asPublished(command.occurredAt()));
    }

    void decide(PublishRiskModel command) {
        if (command.asPublished(published.occurredAt()).equals(published)) {
            return;
        }
        apply(command.asPublished(command.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(RiskModelPublished event) {
        id = new RiskModelId(event.modelId());
        published = event;
    }
}
