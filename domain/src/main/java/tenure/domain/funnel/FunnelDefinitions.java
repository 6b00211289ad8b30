package tenure.domain.funnel;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import tenure.domain.funnel.FunnelCommand.DefineFunnel;

/** Defines a funnel the first time and redefines it later. Not left to Axon, whose create-if-missing can keep a lock. */
public class FunnelDefinitions {

    private final Repository<Funnel> funnels;

    /** Works on the given funnels. */
    public FunnelDefinitions(Repository<Funnel> funnels) {
        this.funnels = funnels;
    }

    /** Takes the definition over. */
    @CommandHandler
    public void decide(DefineFunnel command) throws Exception {
        try {
            funnels.load(command.funnelId().toString()).execute(funnel -> funnel.decide(command));
        } catch (AggregateNotFoundException _) {
            funnels.newInstance(() -> new Funnel(command));
        }
    }
}
