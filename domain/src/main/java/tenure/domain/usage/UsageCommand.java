package tenure.domain.usage;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Checked;
import tenure.domain.shared.Count;
import tenure.domain.shared.Described;
import tenure.domain.shared.Fact;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.WholeNumber;
import tenure.domain.usage.event.UsageDayReported;

/** Everything that can be told of usage. */
public sealed interface UsageCommand {

    /** Tells what one customer did on one day. A second report for a day replaces the first. */
    @Described("Tells what one customer did on one day, as totals. A second report for a day replaces the first.")
    record ReportUsageDay(
            @Described("Whose day it was.") CustomerId customerId,
            @Described("The day.") LocalDate day,
            @Described("People who did anything.") WholeNumber activeUsers,
            @Described("Everything they did, counted.") Count actions,

            @Described(
                    value = "Actions per feature. A feature with 0 is left out.",
                    otherwise = "{}",
                    maxEntries = 1_000)
            Map<String, Count> features,

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
                    customerId.value(), day, activeUsers.value(), actions.value(), used, occurredAt);
        }
    }
}
