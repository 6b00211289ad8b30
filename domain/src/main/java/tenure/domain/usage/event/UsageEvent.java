package tenure.domain.usage.event;

/** Everything that is told of what customers did with the product. */
public sealed interface UsageEvent permits UsageDayReported {}
