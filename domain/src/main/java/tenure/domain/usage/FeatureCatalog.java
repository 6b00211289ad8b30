package tenure.domain.usage;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import tenure.domain.shared.CreateIfMissing;
import tenure.domain.usage.UsageCommand.CatalogFeature;

/** Enters a feature into the catalog the first time and changes its entry later. */
public class FeatureCatalog {

    private final Repository<Feature> features;

    /** Works on the given features. */
    public FeatureCatalog(Repository<Feature> features) {
        this.features = features;
    }

    /** Takes the entry over. */
    @CommandHandler
    public void decide(CatalogFeature command) throws Exception {
        CreateIfMissing.decide(
                features, command.feature().toString(), feature -> feature.decide(command), () -> new Feature(command));
    }
}
