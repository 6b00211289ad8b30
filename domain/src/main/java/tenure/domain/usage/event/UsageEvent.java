package tenure.domain.usage.event;

/** Everything that is told of what customers did with the product, and of its features. */
public sealed interface UsageEvent permits FeatureCataloged, LoggedOn, FeatureUsed, UsageDayReported {}
