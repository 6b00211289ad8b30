package tenure.domain.usage;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Attributed;
import tenure.domain.shared.Checked;
import tenure.domain.shared.Count;
import tenure.domain.shared.Described;
import tenure.domain.shared.EventId;
import tenure.domain.shared.Fact;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;
import tenure.domain.shared.Level;
import tenure.domain.shared.WholeNumber;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.UserId;

/** Everything that can be told of usage, and of the features that are used. */
public sealed interface UsageCommand {

    /** Enters a feature into the catalog, or changes its entry. The same entry again changes nothing. */
    @Described("Enters a feature into the catalog, or changes its entry. The same entry again changes nothing.")
    record CatalogFeature(
            @TargetAggregateIdentifier @Described("The name under which its use is reported.")
            FeatureName feature,

            @Described("How far into the product it leads.") Level level,

            @Described(value = "The product it belongs to.", otherwise = "null") @Nullable Label product,

            @Described(value = "Whether using it is what the product is bought for.", otherwise = "false")
            boolean valueEvent,

            @Described(value = "Since when it is so.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements UsageCommand {
        FeatureCataloged asCataloged() {
            return new FeatureCataloged(
                    feature.value(),
                    level.toString(),
                    product == null ? null : product.value(),
                    valueEvent,
                    occurredAt);
        }
    }

    /** Tells that a user logged on. */
    @Described("Tells that a user logged on.")
    record RecordLogOn(
            @Described("Who logged on.") UserId userId,

            @Described(value = "Whose user it is; left out, the customer that invited the user.", otherwise = "null")
            @Nullable CustomerId customerId,

            @Described(value = "Event id of the fact that this one replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements UsageCommand, Attributed {
        @Override
        public String namedBy() {
            return userId.toString();
        }

        @Override
        public RecordLogOn of(CustomerId customer) {
            return new RecordLogOn(userId, customer, corrects, occurredAt);
        }

        @Override
        public String stream() {
            return streamOf(customerId, userId);
        }

        @Override
        public LoggedOn event() {
            return new LoggedOn(userId.value(), text(customerId), text(corrects), occurredAt);
        }
    }

    /** Tells that a user used a feature, once or several times. */
    @Described("Tells that a user used a feature, once or several times.")
    record RecordFeatureUse(
            @Described("Who used it.") UserId userId,

            @Described(value = "Whose user it is; left out, the customer that invited the user.", otherwise = "null")
            @Nullable CustomerId customerId,

            @Described("What was used.") FeatureName feature,

            @Described(value = "How often; 1 or more.", otherwise = "1")
            Count count,

            @Described(value = "Event id of the fact that this one replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements UsageCommand, Attributed {
        /** Checks that it was used. */
        public RecordFeatureUse {
            if (count.value() < 1) {
                throw new InvalidValue("count", "OUT_OF_RANGE", "Must be 1 or more; what was not used is not told.");
            }
        }

        @Override
        public String namedBy() {
            return userId.toString();
        }

        @Override
        public RecordFeatureUse of(CustomerId customer) {
            return new RecordFeatureUse(userId, customer, feature, count, corrects, occurredAt);
        }

        @Override
        public String stream() {
            return streamOf(customerId, userId);
        }

        @Override
        public FeatureUsed event() {
            return new FeatureUsed(
                    userId.value(), text(customerId), feature.value(), count.value(), text(corrects), occurredAt);
        }
    }

    /** Tells what one customer did on one day. A second report for a day replaces the first. */
    @Described("Tells what one customer did on one day, as totals. A second report for a day replaces the first.")
    record ReportUsageDay(
            @Described("Whose day it was.") CustomerId customerId,
            @Described("The day.") LocalDate day,

            @Described(
                    value = "People who did anything; left out by a source that does not count them.",
                    otherwise = "null")
            @Nullable WholeNumber activeUsers,

            @Described("Everything they did, counted.") Count actions,

            @Described(
                    value = "Actions per feature. A feature with 0 is left out.",
                    otherwise = "{}",
                    maxEntries = 1_000)
            Map<String, Count> features,

            @Described(value = "Event id of the fact that this one replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When the day was over.", otherwise = Described.END_OF + "day")
            Instant occurredAt)
            implements UsageCommand, Fact {
        /** Checks the names of the features. */
        public ReportUsageDay {
            features = Checked.sorted(features);
            for (var feature : features.keySet()) {
                try {
                    Checked.line(feature, 1, 128);
                } catch (InvalidValue invalid) {
                    throw new InvalidValue("features", "BAD_KEY", "Name of a feature: " + invalid.detail());
                }
            }
        }

        @Override
        public String stream() {
            return "usage/" + customerId.value();
        }

        @Override
        public UsageDayReported event() {
            Map<String, Long> used = features.entrySet().stream()
                    .filter(entry -> entry.getValue().value() > 0)
                    .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().value()));
            return new UsageDayReported(
                    customerId.value(),
                    day,
                    activeUsers == null ? null : activeUsers.value(),
                    actions.value(),
                    used,
                    text(corrects),
                    occurredAt);
        }
    }

    /** Usage is told customer by customer; what a user did whose customer nobody knows is kept by the user. */
    private static String streamOf(@Nullable CustomerId customer, UserId user) {
        return customer == null ? "usage-of/" + user.value() : "usage/" + customer.value();
    }

    private static @Nullable String text(@Nullable CustomerId customer) {
        return customer == null ? null : customer.value();
    }

    private static @Nullable String text(@Nullable EventId event) {
        return event == null ? null : event.value();
    }
}
