package tenure.domain.risk.event;

/** Everything that can happen to the risk of a customer. */
public sealed interface RiskWatchEvent
        permits RiskFlagRaised, RiskFlagCleared, CaseOpened, CaseStageChanged, InterventionLogged, CaseClosed {}
