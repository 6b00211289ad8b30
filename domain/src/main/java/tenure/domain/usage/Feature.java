package tenure.domain.usage;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import tenure.domain.usage.UsageCommand.CatalogFeature;
import tenure.domain.usage.event.FeatureCataloged;

/** What a feature is to the product. Its commands come by {@link FeatureCatalog}. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class Feature {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private FeatureName name;

    private FeatureCataloged entry;

    /** For Axon, which fills it from its events. */
    protected Feature() {}

    Feature(CatalogFeature command) {
        apply(command.asCataloged());
    }

    void decide(CatalogFeature command) {
        var wanted = command.asCataloged();
        if (saysTheSame(wanted)) {
            return;
        }
        apply(wanted);
    }

    @EventSourcingHandler
    void evolve(FeatureCataloged event) {
        name = new FeatureName(event.feature());
        entry = event;
    }

    private boolean saysTheSame(FeatureCataloged wanted) {
        return entry.level().equals(wanted.level())
                && Objects.equals(entry.product(), wanted.product())
                && entry.valueEvent() == wanted.valueEvent();
    }
}
