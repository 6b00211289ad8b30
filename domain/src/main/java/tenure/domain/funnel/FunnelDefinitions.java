package tenure.domain.funnel;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import tenure.domain.funnel.FunnelCommand.DefineFunnel;
import tenure.domain.shared.CreateIfMissing;

/** Defines a funnel the first time and redefines it later. */
public class FunnelDefinitions {

    private final Repository<Funnel> funnels;

    /** Works on the given funnels. */
    public FunnelDefinitions(Repository<Funnel> funnels) {
        this.funnels = funnels;
    }

    /** Takes the definition over. */
    @CommandHandler
    public void decide(DefineFunnel command) throws Exception {
        CreateIfMissing.decide(
                funnels, command.funnelId().toString(), funnel -> funnel.decide(command), () -> new Funnel(command));
    }
}
