package tenure.domain.risk.event;

/** Everything that can happen to a risk model. */
public sealed interface RiskModelEvent permits RiskModelPublished {}
