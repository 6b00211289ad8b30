package tenure.domain.risk;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import tenure.domain.risk.RiskModelCommand.PublishRiskModel;
import tenure.domain.shared.CreateIfMissing;

/** Publishes a risk model the first time and anew later. */
public class RiskModels {

    private final Repository<RiskModel> models;

    /** Works on the given models. */
    public RiskModels(Repository<RiskModel> models) {
        this.models = models;
    }

    /** Takes the model over. */
    @CommandHandler
    public void decide(PublishRiskModel command) throws Exception {
        CreateIfMissing.decide(
                models, command.modelId().toString(), model -> model.decide(command), () -> new RiskModel(command));
    }
}
