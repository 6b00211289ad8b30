package tenure.query.revenue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.revenue.RevenueFact.Agreed;
import tenure.query.revenue.RevenueFact.Kind;
import tenure.query.shared.Standpoint;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The statements of the view of revenue. */
@Repository
class RevenueTable {

    private static final TypeReference<Map<String, @Nullable String>> PROPERTIES = new TypeReference<>() {};
    private static final int ROWS_AT_A_TIME = 5_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RevenueTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A fact of a customer, with the moment it happened. */
    record Row(String customerId, Instant occurredAt, RevenueFact fact) {}

    void add(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into query.revenue_fact
                       (customer_id, position, occurred_at, kind, license_id, day, ends_on, plan, seats,
                        price_per_seat_minor_units, currency, reason, properties)
                select * from unnest(:customers::text[], :positions::bigint[], :times::timestamptz[], :kinds::text[],
                                     :licenses::text[], :days::date[], :ends::date[], :plans::text[], :seats::int[],
                                     :prices::bigint[], :currencies::text[], :reasons::text[], :properties::jsonb[])
                on conflict do nothing
                """)
                .param("customers", texts(rows, Row::customerId))
                .param("positions", texts(rows, row -> row.fact().position()))
                .param("times", texts(rows, Row::occurredAt))
                .param("kinds", texts(rows, row -> row.fact().kind()))
                .param("licenses", texts(rows, row -> row.fact().licenseId()))
                .param("days", texts(rows, row -> row.fact().day()))
                .param("ends", texts(rows, row -> row.fact().endsOn()))
                .param("plans", texts(rows, row -> row.fact().agreed().plan()))
                .param("seats", texts(rows, row -> row.fact().agreed().seats()))
                .param("prices", texts(rows, row -> row.fact().agreed().price()))
                .param("currencies", texts(rows, row -> row.fact().agreed().currency()))
                .param("reasons", texts(rows, row -> row.fact().reason()))
                .param("properties", texts(rows, row -> properties(row.fact())))
                .update();
    }

    private @Nullable String properties(RevenueFact fact) {
        return fact.kind() == Kind.PROFILE ? json.writeValueAsString(fact.properties()) : null;
    }

    private static @Nullable String[] texts(List<Row> rows, Function<Row, @Nullable Object> column) {
        return rows.stream()
                .map(row -> {
                    var value = column.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }

    /**
     * Gives the contracts of every customer that has a license, as they are seen from a standpoint: one at a time, so that
     * any number of customers needs the memory of one. To be called in a transaction.
     *
     * @param customerId only this one; null: all
     */
    void each(Standpoint at, @Nullable String customerId, Consumer<AccountLedger> receiver) {
        var reader = new Reader(receiver);
        jdbc.sql("""
                select * from query.revenue_fact
                where position <= :position and occurred_at < :end
                  and (:customer::text is null or customer_id = :customer)
                order by customer_id, position
                """)
                .param("position", at.position())
                .param("end", at.asOf().end().atOffset(ZoneOffset.UTC))
                .param("customer", customerId)
                .withFetchSize(ROWS_AT_A_TIME)
                .query(row -> {
                    reader.add(
                            row.getString("customer_id"),
                            row.getObject("occurred_at", java.time.OffsetDateTime.class)
                                    .toInstant(),
                            fact(row));
                });
        reader.end();
    }

    /** Gathers the facts of a customer until the next one begins. */
    private static final class Reader {
        private final Consumer<AccountLedger> receiver;
        private final List<AccountLedger.Entry> entries = new ArrayList<>();
        private String customerId = "";

        Reader(Consumer<AccountLedger> receiver) {
            this.receiver = receiver;
        }

        void add(String nextCustomerId, Instant occurredAt, RevenueFact fact) {
            if (!nextCustomerId.equals(customerId)) {
                end();
                customerId = nextCustomerId;
            }
            entries.add(new AccountLedger.Entry(occurredAt, fact));
        }

        void end() {
            if (!entries.isEmpty()) {
                receiver.accept(AccountLedger.of(customerId, entries));
                entries.clear();
            }
        }
    }

    private RevenueFact fact(ResultSet row) throws SQLException {
        var properties = row.getString("properties");
        return new RevenueFact(
                row.getLong("position"),
                Kind.valueOf(row.getString("kind")),
                row.getString("license_id"),
                row.getObject("day", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                new Agreed(
                        row.getString("plan"),
                        row.getObject("seats", Integer.class),
                        row.getObject("price_per_seat_minor_units", Long.class),
                        row.getString("currency")),
                row.getString("reason"),
                properties == null ? Map.of() : json.readValue(properties, PROPERTIES));
    }
}
