package tenure.query.funnel;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.funnel.event.FunnelDefined;
import tenure.domain.funnel.event.FunnelEvent;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.UsageDayReported;
import tenure.query.projection.EventsOfCustomers;
import tenure.query.projection.Projection;

/** Keeps the definitions of funnels, and of each customer what a funnel may count. */
@Component
class FunnelProjection implements Projection {

    static final String NAME = "funnel";

    private final FunnelTable table;

    FunnelProjection(FunnelTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of("funnel_definition", "funnel_occurrence", "funnel_customer");
    }

    @Override
    public Collection<Class<?>> events() {
        return Stream.concat(Stream.of(FunnelEvent.class), EventsOfCustomers.ALL.stream())
                .toList();
    }

    /**
     * One thing that a funnel may count.
     *
     * @param occurrence tells a repeat from something new: the day for a day's totals, else the position
     * @param happened   false for a day that was reported, but without any use
     */
    record Row(
            String customerId,
            String event,
            long occurrence,
            Instant occurredAt,
            boolean happened,
            Set<String> features,
            long position) {}

    /** What has no customer, such as the use by a user whom nobody knows, counts for no funnel. */
    @Override
    public void apply(List<Happening> page) {
        var rows = new LinkedHashMap<String, Row>();
        for (var happening : page) {
            var customerId = happening.recorded().customerId();
            if (happening.event() instanceof FunnelDefined definition) {
                table.define(FunnelDefinition.of(definition), happening.position());
            } else if (customerId != null) {
                if (happening.event() instanceof CustomerRegistered customer) {
                    table.name(customer.customerId(), customer.name());
                }
                var row = row(customerId, happening);
                rows.put(row.customerId() + '/' + row.event() + '/' + row.occurrence(), row);
            }
        }
        table.add(List.copyOf(rows.values()));
    }

    private static Row row(String customerId, Happening happening) {
        var recorded = happening.recorded();
        return happening.event() instanceof UsageDayReported usage
                ? new Row(
                        customerId,
                        recorded.type(),
                        usage.day().toEpochDay(),
                        recorded.occurredAt(),
                        usage.actions() > 0 || Objects.requireNonNullElse(usage.activeUsers(), 0) > 0,
                        usage.features().keySet(),
                        recorded.position())
                : new Row(
                        customerId,
                        recorded.type(),
                        recorded.position(),
                        recorded.occurredAt(),
                        true,
                        happening.event() instanceof FeatureUsed used ? Set.of(used.feature()) : Set.of(),
                        recorded.position());
    }
}
