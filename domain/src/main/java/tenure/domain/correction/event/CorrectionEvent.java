package tenure.domain.correction.event;

/** Everything that is said of facts that are recorded already. */
public sealed interface CorrectionEvent permits FactRetracted {}
