package tenure.query.funnel;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tenure.query.funnel.Facts.Agreed;
import tenure.query.funnel.Facts.FirstFact;
import tenure.query.funnel.Facts.PropertyFact;
import tenure.query.funnel.Facts.TaskFact;
import tenure.query.shared.Standpoint;
import tools.jackson.databind.json.JsonMapper;

/** The statements that read the funnel view, each as it was known at the position of a standpoint, up to its day. */
@Repository
class FunnelReader {

    /** Events after which a customer or person is gone, or back. */
    static final Set<String> AWAY =
            Set.of("customer.churned", "customer.won-back", "user.deactivated", "user.erased", "user.reactivated");

    private static final String KNOWN = " position <= :position and occurred_at < :end ";
    private static final String NOT_WITHDRAWN = """
             and not exists (select from query.funnel_withdrawn w
                             where w.position = f.position and w.withdrawn_by <= :position)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FunnelReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The definitions known at a position, by id; of each the newest. */
    List<FunnelDefinition> definitions(long position) {
        return jdbc.sql("""
                select distinct on (funnel_id) definition from query.funnel_definition
                where position <= ? order by funnel_id, position desc
                """)
                .param(position)
                .query((row, number) -> definition(row))
                .list();
    }

    Optional<FunnelDefinition> definition(String funnelId, long position) {
        return jdbc.sql("""
                select definition from query.funnel_definition
                where funnel_id = ? and position <= ? order by position desc limit 1
                """)
                .params(funnelId, position)
                .query((row, number) -> definition(row))
                .optional();
    }

    private FunnelDefinition definition(ResultSet row) throws SQLException {
        return json.readValue(row.getString("definition"), FunnelDefinition.class);
    }

    /**
     * A customer that may have entered.
     *
     * @param first first day on which it may have
     * @param last  last day on which it may have
     */
    record Entrant(String customerId, LocalDate first, LocalDate last) {}

    /** Customers with such an event on a day that the question takes, in the order of their ids. */
    List<Entrant> entrants(String event, FunnelQuestion question, Standpoint at) {
        var to = question.to();
        var day = at.asOf().day();
        return jdbc.sql("""
                select customer_id, min(day) as first, max(day) as last from query.funnel_occurrence
                where event = :event and day between :from and :last and happened and first_position <= :position
                  and (:customer::text is null or customer_id = :customer)
                group by customer_id order by customer_id
                """)
                .param("event", event)
                .param("from", question.enteredFrom())
                .param("last", to == null || to.isAfter(day) ? day : to.minusDays(1))
                .param("position", at.position())
                .param("customer", question.customerId())
                .query((row, number) -> new Entrant(
                        row.getString("customer_id"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .list();
    }

    /** Customers with a contract or people, in the order of their ids. */
    List<String> customers(@Nullable String customerId, Standpoint at) {
        return known("""
                select customer_id from (
                    select distinct customer_id from query.funnel_contract where %1$s
                    union
                    select distinct customer_id from query.funnel_first where kind = 'invited' and %1$s
                    union
                    select distinct customer_id from query.funnel_task where %1$s) known
                where (:customer::text is null or customer_id = :customer)
                order by customer_id
                """.formatted(KNOWN), at)
                .param("customer", customerId)
                .query((row, number) -> row.getString("customer_id"))
                .list();
    }

    /** The facts that are known not to count. */
    Set<Long> withdrawn(Standpoint at) {
        return new HashSet<>(jdbc.sql("select position from query.funnel_withdrawn where withdrawn_by <= ?")
                .param(at.position())
                .query((row, number) -> row.getLong("position"))
                .list());
    }

    /**
     * What happened to customers, in its order, by customer.
     *
     * @param events those wanted; empty: all
     * @param days   per event: the days after the last day of entry in which it matters; absent: all
     */
    Map<String, List<Occurrence>> occurrences(
            List<Entrant> entrants, Set<String> events, Map<String, Integer> days, Set<Long> withdrawn, Standpoint at) {
        var gathered = new Occurrences(withdrawn, at.position());
        jdbc.sql("""
                select o.customer_id, o.event, o.user_id, o.subject, o.positions, o.times, o.happened, o.features
                from unnest(:ids::text[], :first::date[], :last::date[]) c (customer_id, first, last)
                join query.funnel_occurrence o on o.customer_id = c.customer_id
                left join unnest(:limited::text[], :days::integer[]) l (event, days) on l.event = o.event
                where (:all or o.event = any (:events))
                  and (o.day >= c.first or o.event = any (:away)) and o.day <= :day and o.first_position <= :position
                  and (l.days is null or o.day <= c.last + l.days)
                """)
                .param("ids", entrants.stream().map(Entrant::customerId).toArray(String[]::new))
                .param(
                        "first",
                        entrants.stream()
                                .map(entrant -> entrant.first().toString())
                                .toArray(String[]::new))
                .param(
                        "last",
                        entrants.stream()
                                .map(entrant -> entrant.last().toString())
                                .toArray(String[]::new))
                .param("all", events.isEmpty())
                .param("events", events.toArray(String[]::new))
                .param("limited", days.keySet().toArray(String[]::new))
                .param("days", days.values().toArray(Integer[]::new))
                .param("away", AWAY.toArray(String[]::new))
                .param("day", at.asOf().day())
                .param("position", at.position())
                .query(row -> {
                    gathered.add(
                            row.getString("customer_id"),
                            row.getString("event"),
                            row.getString("user_id"),
                            row.getString("subject"),
                            numbers(row, "positions"),
                            numbers(row, "times"),
                            row.getBoolean("happened"),
                            texts(row, "features"));
                });
        return gathered.inOrder();
    }

    /** The comings and goings of customers and their people, in their order, by customer. */
    Map<String, List<Occurrence>> away(Collection<String> customerIds, Standpoint at) {
        return occurrences(
                customerIds.stream()
                        .map(id -> new Entrant(id, LocalDate.EPOCH, at.asOf().day()))
                        .toList(),
                AWAY,
                Map.of(),
                Set.of(),
                at);
    }

    /** What is agreed with customers, in the order of the log. */
    List<Agreed> contracts(Collection<String> customerIds, Standpoint at) {
        return known(
                        "select * from query.funnel_contract where customer_id = any (:ids) and " + KNOWN
                                + " order by customer_id, position",
                        at)
                .param("ids", customerIds.toArray(String[]::new))
                .query((row, number) -> new Agreed(
                        row.getString("customer_id"),
                        row.getLong("position"),
                        row.getString("license_id"),
                        row.getString("kind"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        (Integer) row.getObject("seats"),
                        row.getString("plan")))
                .list();
    }

    /** What is told of the tasks of customers, in its order. */
    List<TaskFact> tasks(Collection<String> customerIds, Standpoint at) {
        return known(
                        "select * from query.funnel_task where customer_id = any (:ids) and " + KNOWN
                                + " order by customer_id, occurred_at, position",
                        at)
                .param("ids", customerIds.toArray(String[]::new))
                .query((row, number) -> new TaskFact(
                        row.getString("customer_id"),
                        row.getLong("position"),
                        row.getString("onboarding_id"),
                        row.getString("task_id"),
                        row.getString("kind"),
                        time(row),
                        row.getString("title"),
                        row.getObject("due_on", LocalDate.class),
                        row.getBoolean("required"),
                        row.getBoolean("milestone")))
                .list();
    }

    /** What people did, among it what they did first; features and courses only of these. */
    List<FirstFact> firsts(Collection<String> customerIds, Set<String> features, Set<String> courses, Standpoint at) {
        return known("""
                select customer_id, user_id, kind, subject, position, occurred_at from query.funnel_first f
                where customer_id = any (:ids) and (kind <> 'used' or subject = any (:features))
                  and (kind <> 'trained' or :any_course or subject = any (:courses)) and
                """ + KNOWN + NOT_WITHDRAWN, at)
                .param("ids", customerIds.toArray(String[]::new))
                .param("features", features.toArray(String[]::new))
                .param("courses", courses.toArray(String[]::new))
                .param("any_course", courses.isEmpty())
                .query((row, number) -> new FirstFact(
                        row.getString("customer_id"),
                        row.getString("user_id"),
                        FunnelQuestion.of(FirstKind.class, row.getString("kind")),
                        row.getString("subject"),
                        row.getLong("position"),
                        time(row)))
                .list();
    }

    /** A property of customers, in the order in which its values came to be. */
    List<PropertyFact> properties(Collection<String> customerIds, String property, Standpoint at) {
        return known(
                        "select * from query.funnel_property where customer_id = any (:ids) and property = :property and "
                                + KNOWN + " order by customer_id, occurred_at, position",
                        at)
                .param("ids", customerIds.toArray(String[]::new))
                .param("property", property)
                .query((row, number) -> new PropertyFact(
                        row.getString("customer_id"), row.getLong("position"), time(row), row.getString("value")))
                .list();
    }

    /** The names of customers; one without a name is absent. */
    Map<String, String> names(Collection<String> customerIds, Standpoint at) {
        var names = new HashMap<String, String>();
        for (var fact : properties(customerIds, "name", at)) {
            if (fact.value() != null) {
                names.put(fact.customerId(), fact.value());
            }
        }
        return names;
    }

    /** The features whose use is of value. */
    Set<String> valueFeatures(Standpoint at) {
        return lastSaidTrue("select feature as id, value_event as counts from query.funnel_feature where", at);
    }

    /** The courses that everybody is meant to take. */
    Set<String> requiredCourses(Standpoint at) {
        return lastSaidTrue("select course_id as id, required as counts from query.funnel_course where", at);
    }

    private Set<String> lastSaidTrue(String select, Standpoint at) {
        var said = new HashMap<String, Boolean>();
        known(select + KNOWN + "order by occurred_at, position", at).query(row -> {
            said.put(row.getString("id"), row.getBoolean("counts"));
        });
        said.values().removeIf(counts -> !counts);
        return said.keySet();
    }

    private StatementSpec known(String sql, Standpoint at) {
        return jdbc.sql(sql)
                .param("position", at.position())
                .param("end", at.asOf().end().atOffset(ZoneOffset.UTC));
    }

    private static Instant time(ResultSet row) throws SQLException {
        return row.getObject("occurred_at", OffsetDateTime.class).toInstant();
    }

    private static Long[] numbers(ResultSet row, String column) throws SQLException {
        return (Long[]) array(row, column).getArray();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) array(row, column).getArray());
    }

    private static Array array(ResultSet row, String column) throws SQLException {
        return row.getArray(column);
    }

    /** Takes rows apart into what counts. */
    private static final class Occurrences {

        /** The last report of a day. */
        private record Report(long position, Occurrence occurrence, boolean happened) {}

        private final Set<Long> withdrawn;
        private final long position;
        private final Map<String, List<Occurrence>> byCustomer = new HashMap<>();
        private final Map<List<String>, Report> reports = new HashMap<>();

        Occurrences(Set<Long> withdrawn, long position) {
            this.withdrawn = withdrawn;
            this.position = position;
        }

        void add(
                String customerId,
                String event,
                String userId,
                String subject,
                Long[] positions,
                Long[] times,
                boolean happened,
                List<String> features) {
            for (int i = 0; i < positions.length; i++) {
                if (positions[i] > position || withdrawn.contains(positions[i])) {
                    continue;
                }
                var shown = event.equals("usage.feature-used") ? List.of(subject) : features;
                var occurrence =
                        new Occurrence(event, userId, subject, Micros.toInstant(times[i]), positions[i], shown);
                if (event.equals(FunnelPage.DAY_REPORTED)) {
                    reports.merge(
                            List.of(customerId, subject),
                            new Report(positions[i], occurrence, happened),
                            (one, other) -> one.position() > other.position() ? one : other);
                } else {
                    add(customerId, occurrence);
                }
            }
        }

        private void add(String customerId, Occurrence occurrence) {
            byCustomer.computeIfAbsent(customerId, id -> new ArrayList<>()).add(occurrence);
        }

        Map<String, List<Occurrence>> inOrder() {
            reports.forEach((place, report) -> {
                if (report.happened()) {
                    add(place.getFirst(), report.occurrence());
                }
            });
            byCustomer.values().forEach(occurrences -> occurrences.sort(null));
            return byCustomer;
        }
    }
}
