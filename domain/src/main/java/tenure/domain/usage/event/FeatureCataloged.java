package tenure.domain.usage.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A feature was entered into the catalog, or its entry was changed.
 *
 * @param level      introductory, core or advanced
 * @param product    the product it belongs to; null when it was not said
 * @param valueEvent whether using it is what the product is bought for
 * @param occurredAt since when it is so
 */
@EventName("feature.cataloged")
public record FeatureCataloged(
        String feature, String level, @Nullable String product, boolean valueEvent, Instant occurredAt)
        implements UsageEvent {}
