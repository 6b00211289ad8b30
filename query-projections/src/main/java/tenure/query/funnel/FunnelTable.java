package tenure.query.funnel;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.funnel.FunnelProjection.Row;
import tenure.query.funnel.Journey.Occurrence;
import tools.jackson.databind.json.JsonMapper;

/** The statements of the funnel view. */
@Repository
class FunnelTable {

    private static final String CHURNED = "customer.churned";
    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FunnelTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void define(FunnelDefinition definition, long position) {
        jdbc.sql("""
                insert into query.funnel_definition as known (funnel_id, definition, position)
                values (:id, :definition::jsonb, :position)
                on conflict (funnel_id) do update
                set definition = excluded.definition, position = excluded.position
                where known.position < excluded.position
                """)
                .param("id", definition.funnelId())
                .param("definition", json.writeValueAsString(definition))
                .param("position", position)
                .update();
    }

    /** Features travel as JSON arrays, as a text array cannot hold text arrays of different lengths. */
    void add(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into query.funnel_occurrence as known
                       (customer_id, event, occurrence, occurred_at, happened, features, position)
                select r.customer_id, r.event, r.occurrence, r.occurred_at, r.happened,
                       coalesce((select array_agg(f.feature) from jsonb_array_elements_text(r.features) f (feature)),
                                '{}'),
                       r.position
                from unnest(:customers::text[], :events::text[], :occurrences::bigint[], :times::timestamptz[],
                            :happened::boolean[], :features::jsonb[], :positions::bigint[])
                     r (customer_id, event, occurrence, occurred_at, happened, features, position)
                on conflict (customer_id, event, occurrence) do update
                set occurred_at = excluded.occurred_at, happened = excluded.happened, features = excluded.features,
                    position = excluded.position
                where known.position < excluded.position
                """)
                .param("customers", rows.stream().map(Row::customerId).toArray(String[]::new))
                .param("events", rows.stream().map(Row::event).toArray(String[]::new))
                .param("occurrences", rows.stream().map(Row::occurrence).toArray(Long[]::new))
                .param(
                        "times",
                        rows.stream().map(row -> row.occurredAt().toString()).toArray(String[]::new))
                .param("happened", rows.stream().map(Row::happened).toArray(Boolean[]::new))
                .param(
                        "features",
                        rows.stream()
                                .map(row -> json.writeValueAsString(row.features()))
                                .toArray(String[]::new))
                .param("positions", rows.stream().map(Row::position).toArray(Long[]::new))
                .update();
    }

    void name(String customerId, String name) {
        jdbc.sql("""
                insert into query.funnel_customer (customer_id, name) values (?, ?)
                on conflict (customer_id) do update set name = excluded.name
                """).params(List.of(customerId, name)).update();
    }

    Map<String, String> names(Collection<String> customerIds) {
        var names = new HashMap<String, String>();
        jdbc.sql("select customer_id, name from query.funnel_customer where customer_id = any (:ids)")
                .param("ids", customerIds.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("customer_id"), row.getString("name"));
                });
        return names;
    }

    List<FunnelDefinition> definitions() {
        return jdbc.sql("select definition from query.funnel_definition order by funnel_id")
                .query((row, number) -> definition(row))
                .list();
    }

    Optional<FunnelDefinition> definition(String funnelId) {
        return jdbc.sql("select definition from query.funnel_definition where funnel_id = ?")
                .param(funnelId)
                .query((row, number) -> definition(row))
                .optional();
    }

    private FunnelDefinition definition(ResultSet row) throws SQLException {
        return json.readValue(row.getString("definition"), FunnelDefinition.class);
    }

    /**
     * Gives the journeys of all customers whose first entry lies in {@code [from, to)}, in the order of their ids. They
     * come one at a time, so that a funnel of any size needs the memory of one customer. To be called in a transaction.
     */
    void eachJourney(
            FunnelDefinition definition, Instant from, Instant to, Instant now, BiConsumer<String, Journey> receiver) {
        var events = Stream.concat(
                        Stream.of(definition.entryEvent(), CHURNED),
                        definition.steps().stream().map(FunnelDefinition.Step::event))
                .distinct()
                .toArray(String[]::new);
        var journeys = new JourneyReader(definition, now, receiver);
        jdbc.sql("""
                with cohort as (
                    select customer_id, min(occurred_at) as entered_at from query.funnel_occurrence
                    where event = :entry and happened and occurred_at < :now
                    group by customer_id
                    having min(occurred_at) >= :from and min(occurred_at) < :to)
                select o.customer_id, o.event, o.occurred_at, o.features
                from cohort c
                join unnest(:events::text[], :days::int[]) e (event, days) on true
                join query.funnel_occurrence o
                  on o.customer_id = c.customer_id and o.event = e.event
                 and (e.days is null or o.occurred_at < c.entered_at + make_interval(days => e.days))
                where o.happened and o.occurred_at < :now
                order by o.customer_id, o.occurred_at, o.position
                """)
                .param("entry", definition.entryEvent())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("events", events)
                .param(
                        "days",
                        Stream.of(events)
                                .map(event -> daysOfInterest(definition, event))
                                .toArray(Integer[]::new))
                .withFetchSize(ROWS_AT_A_TIME)
                .query(row -> {
                    journeys.add(row.getString("customer_id"), occurrence(row));
                });
        journeys.end();
    }

    /** Gathers the occurrences of a customer until the next one begins. */
    private static final class JourneyReader {
        private final FunnelDefinition definition;
        private final Instant now;
        private final BiConsumer<String, Journey> receiver;
        private final List<Occurrence> occurrences = new ArrayList<>();
        private String customerId = "";

        JourneyReader(FunnelDefinition definition, Instant now, BiConsumer<String, Journey> receiver) {
            this.definition = definition;
            this.now = now;
            this.receiver = receiver;
        }

        void add(String nextCustomerId, Occurrence occurrence) {
            if (!nextCustomerId.equals(customerId)) {
                end();
                customerId = nextCustomerId;
            }
            occurrences.add(occurrence);
        }

        void end() {
            if (!occurrences.isEmpty()) {
                var enteredAt = first(definition.entryEvent()).orElseThrow();
                var leftAt = first(CHURNED).orElse(null);
                receiver.accept(customerId, new Journey(definition, List.copyOf(occurrences), enteredAt, leftAt, now));
                occurrences.clear();
            }
        }

        private Optional<Instant> first(String event) {
            return occurrences.stream()
                    .filter(occurrence -> occurrence.event().equals(event))
                    .map(Occurrence::occurredAt)
                    .findFirst();
        }
    }

    /** Days from entry after which no step looks at an event any more; null when one always does. */
    private static @Nullable Integer daysOfInterest(FunnelDefinition definition, String event) {
        if (event.equals(definition.entryEvent()) || event.equals(CHURNED)) {
            return null;
        }
        int days = 0;
        for (var step : definition.steps()) {
            if (step.event().equals(event)) {
                var toDay = step.toDay();
                if (toDay == null) {
                    return null;
                }
                days = Math.max(days, toDay + 1);
            }
        }
        return days;
    }

    private static Occurrence occurrence(ResultSet row) throws SQLException {
        Array features = row.getArray("features");
        return new Occurrence(
                row.getString("event"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) features.getArray()));
    }
}
