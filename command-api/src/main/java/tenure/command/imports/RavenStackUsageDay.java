package tenure.command.imports;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The usage of one account on one day, as totals over its rows. How many people that were, the set does not say. */
final class RavenStackUsageDay {

    private final CsvRow first;
    private final Map<String, Long> features = new TreeMap<>();

    RavenStackUsageDay(CsvRow first) {
        this.first = first;
    }

    void add(CsvRow row) {
        features.merge(row.text("feature_name"), row.whole("usage_count"), Math::addExact);
    }

    ImportItem item(RavenStackAccount account, LocalDate day) {
        ObjectNode body = RavenStackAccount.body()
                .put("customerId", account.id())
                .put("day", day.toString())
                .put(
                        "actions",
                        features.values().stream().mapToLong(Long::longValue).sum());
        ObjectNode used = body.putObject("features");
        features.forEach((feature, count) -> {
            if (count > 0) {
                used.put(feature, count);
            }
        });
        return account.item(first, "report-usage-day", "usage:%s:%s".formatted(account.id(), day), body);
    }
}
