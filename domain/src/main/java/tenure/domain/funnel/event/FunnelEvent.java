package tenure.domain.funnel.event;

/** Everything that can happen to a funnel. */
public sealed interface FunnelEvent permits FunnelDefined {}
