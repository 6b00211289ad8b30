package tenure.query.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.customers.Usage.UsageDay;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The statement that reads a customer's days of use. */
@Repository
class UsageTable {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    UsageTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<UsageDay> between(String customerId, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select day, active_users, actions, features from query.usage_day
                where customer_id = :customerId and day >= :from and day < :to
                order by day
                """)
                .param("customerId", customerId)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new UsageDay(
                        row.getObject("day", LocalDate.class),
                        row.getObject("active_users", Integer.class),
                        row.getLong("actions"),
                        json.readValue(row.getString("features"), COUNTS)))
                .list();
    }
}
