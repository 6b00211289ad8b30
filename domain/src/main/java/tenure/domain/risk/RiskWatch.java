package tenure.domain.risk;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static tenure.domain.risk.RiskWatchRefusal.CASE_CLOSED;
import static tenure.domain.risk.RiskWatchRefusal.CASE_ID_TAKEN;
import static tenure.domain.risk.RiskWatchRefusal.CASE_OPEN_FOR_REASON;
import static tenure.domain.risk.RiskWatchRefusal.UNKNOWN_CASE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tenure.domain.risk.RiskWatchCommand.ChangeCaseStage;
import tenure.domain.risk.RiskWatchCommand.ClearRiskFlag;
import tenure.domain.risk.RiskWatchCommand.CloseCase;
import tenure.domain.risk.RiskWatchCommand.LogIntervention;
import tenure.domain.risk.RiskWatchCommand.OpenCase;
import tenure.domain.risk.RiskWatchCommand.RaiseRiskFlag;
import tenure.domain.risk.event.CaseClosed;
import tenure.domain.risk.event.CaseOpened;
import tenure.domain.risk.event.CaseStageChanged;
import tenure.domain.risk.event.InterventionLogged;
import tenure.domain.risk.event.RiskFlagCleared;
import tenure.domain.risk.event.RiskFlagRaised;
import tenure.domain.shared.Code;
import tenure.domain.shared.CommandRefused;

/** The risk of one customer: the flags that stand and the cases that are worked on. Asked by {@link RiskWatches}. */
@SuppressWarnings("NullAway.Init") // an aggregate gets its state from its first event, not from its constructor
public class RiskWatch {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private RiskWatchId id;

    private final Set<String> flags = new HashSet<>();
    private final Map<String, Case> cases = new HashMap<>();

    /** For Axon, which fills it from its events. */
    protected RiskWatch() {}

    RiskWatch(RaiseRiskFlag command) {
        decide(command);
    }

    RiskWatch(OpenCase command) {
        decide(command);
    }

    final void decide(RaiseRiskFlag command) {
        if (flags.contains(command.reason().value())) {
            return;
        }
        apply(new RiskFlagRaised(
                command.customerId().value(),
                command.reason().value(),
                command.modelId().value(),
                command.health().value(),
                command.occurredAt()));
    }

    void decide(ClearRiskFlag command) {
        if (!flags.contains(command.reason().value())) {
            return;
        }
        apply(new RiskFlagCleared(command.customerId().value(), command.reason().value(), command.occurredAt()));
    }

    final void decide(OpenCase command) {
        Case known = cases.get(command.caseId().value());
        if (known != null && known.isOpenFor(command.reason())) {
            return;
        }
        CASE_ID_TAKEN.refuseWhen(known != null);
        cases.forEach((caseId, other) -> {
            if (other.isOpenFor(command.reason())) {
                throw new CommandRefused(CASE_OPEN_FOR_REASON, CASE_OPEN_FOR_REASON.text(), List.of(caseId));
            }
        });
        apply(new CaseOpened(
                command.customerId().value(),
                command.caseId().value(),
                command.reason().value(),
                command.title().value(),
                command.owner() == null ? null : command.owner().value(),
                command.occurredAt()));
    }

    void decide(ChangeCaseStage command) {
        Case open = openCase(command.caseId());
        String stage = command.stage().toString();
        if (open.stage.equals(stage)) {
            return;
        }
        apply(new CaseStageChanged(
                command.customerId().value(), command.caseId().value(), stage, command.occurredAt()));
    }

    void decide(LogIntervention command) {
        openCase(command.caseId());
        apply(new InterventionLogged(
                command.customerId().value(),
                command.caseId().value(),
                command.kind().toString(),
                command.note().value(),
                command.occurredAt()));
    }

    void decide(CloseCase command) {
        String outcome = command.outcome().toString();
        if (outcome.equals(knownCase(command.caseId()).outcome)) {
            return;
        }
        openCase(command.caseId());
        apply(new CaseClosed(
                command.customerId().value(),
                command.caseId().value(),
                outcome,
                command.note().value(),
                command.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(RiskFlagRaised event) {
        id = new RiskWatchId(event.customerId());
        flags.add(event.reason());
    }

    @EventSourcingHandler
    void evolve(RiskFlagCleared event) {
        flags.remove(event.reason());
    }

    @EventSourcingHandler
    void evolve(CaseOpened event) {
        id = new RiskWatchId(event.customerId());
        cases.put(event.caseId(), new Case(event.reason(), CaseStage.NEW.toString(), null));
    }

    @EventSourcingHandler
    void evolve(CaseStageChanged event) {
        cases.computeIfPresent(event.caseId(), (_, known) -> new Case(known.reason, event.stage(), null));
    }

    @EventSourcingHandler
    void evolve(CaseClosed event) {
        cases.computeIfPresent(event.caseId(), (_, known) -> new Case(known.reason, known.stage, event.outcome()));
    }

    private Case openCase(Code caseId) {
        Case known = knownCase(caseId);
        CASE_CLOSED.refuseWhen(known.outcome != null);
        return known;
    }

    private Case knownCase(Code caseId) {
        Case known = cases.get(caseId.value());
        if (known == null) {
            throw new CommandRefused(UNKNOWN_CASE);
        }
        return known;
    }

    /** A case; without an outcome it is open. */
    private record Case(
            String reason, String stage, @Nullable String outcome) {
        boolean isOpenFor(Code wanted) {
            return outcome == null && reason.equals(wanted.value());
        }
    }
}
