package tenure.domain.risk;

import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import tenure.domain.risk.RiskWatchCommand.ChangeCaseStage;
import tenure.domain.risk.RiskWatchCommand.ClearRiskFlag;
import tenure.domain.risk.RiskWatchCommand.CloseCase;
import tenure.domain.risk.RiskWatchCommand.LogIntervention;
import tenure.domain.risk.RiskWatchCommand.OpenCase;
import tenure.domain.risk.RiskWatchCommand.RaiseRiskFlag;
import tenure.domain.shared.CommandRefused;
import tenure.domain.shared.CreateIfMissing;

/** Begins to watch a customer with its first flag or case, and goes on with it later. */
public class RiskWatches {

    private final Repository<RiskWatch> watches;

    /** Works on the given watches. */
    public RiskWatches(Repository<RiskWatch> watches) {
        this.watches = watches;
    }

    /** Raises the flag. */
    @CommandHandler
    public void decide(RaiseRiskFlag command) throws Exception {
        CreateIfMissing.decide(watches, command.stream(), watch -> watch.decide(command), () -> new RiskWatch(command));
    }

    /** Opens the case. */
    @CommandHandler
    public void decide(OpenCase command) throws Exception {
        CreateIfMissing.decide(watches, command.stream(), watch -> watch.decide(command), () -> new RiskWatch(command));
    }

    /** Clears the flag; a customer that was never watched has none. */
    @CommandHandler
    public void decide(ClearRiskFlag command) {
        try {
            watches.load(command.stream()).execute(watch -> watch.decide(command));
        } catch (AggregateNotFoundException _) {
            // Nothing to clear.
        }
    }

    /** Changes the stage of the case. */
    @CommandHandler
    public void decide(ChangeCaseStage command) {
        onCaseOf(command, watch -> watch.decide(command));
    }

    /** Logs what was done about the case. */
    @CommandHandler
    public void decide(LogIntervention command) {
        onCaseOf(command, watch -> watch.decide(command));
    }

    /** Closes the case. */
    @CommandHandler
    public void decide(CloseCase command) {
        onCaseOf(command, watch -> watch.decide(command));
    }

    private void onCaseOf(RiskWatchCommand command, Consumer<RiskWatch> decide) {
        try {
            watches.load(command.stream()).execute(decide);
        } catch (AggregateNotFoundException _) {
            throw new CommandRefused(RiskWatchRefusal.UNKNOWN_CASE);
        }
    }
}
