package tenure.query.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.shared.Standpoint;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what is told of people, from a standpoint: facts that were not known yet, that happened later, or that had been
 * taken back are left out. To be called within one transaction.
 */
@Repository
public class PeopleTable {

    /** The first day there is: uses are read from the beginning. */
    public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private static final TypeReference<TreeMap<String, Long>> COUNTS = new TypeReference<>() {};
    private static final int CUSTOMERS_AT_A_TIME = 100;

    /** Of facts {@code f} with a row of their own, those that count. */
    private static final String COUNTS_STILL = """
            f.position <= :known and not exists (
                select from query.withdrawn_fact w where w.fact_position = f.position and w.position <= :known)
            """;

    /** Of rows {@code u} of use_of_day, those with at least one event that counts. */
    private static final String USED_STILL = """
            u.first_position <= :known and (
                not exists (select from query.withdrawn_fact w
                            where w.customer_id = u.customer_id and w.day = u.day and w.position <= :known)
                or exists (select from unnest(u.positions) p
                           where p <= :known and not exists (
                               select from query.withdrawn_fact w
                               where w.fact_position = p and w.position <= :known)))
            """;

    /** The last report of each day that counts. */
    private static final String TOTALS = """
            select distinct on (customer_id, day) customer_id, day, position, active_users, actions, features
            from query.total_of_day f
            where customer_id = any (:customers) and day <= :day and
            """ + COUNTS_STILL + " order by customer_id, day, position desc";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PeopleTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The customers that had signed up, in the order of their ids. */
    public List<String> customers(Standpoint at) {
        return at(at, """
                select distinct customer_id from query.customer_fact
                where kind = 'registered' and position <= :known and day <= :day order by customer_id
                """).query((row, number) -> row.getString("customer_id")).list();
    }

    /** One customer with its people; empty when it had not signed up. */
    public Optional<CustomerPeople> customer(String customerId, Standpoint at, LocalDate usesFrom) {
        return customers(List.of(customerId), at, usesFrom).stream().findFirst();
    }

    /** Gives all customers with their people in the order of their ids, so that the memory of a few is enough. */
    public void eachCustomer(Standpoint at, LocalDate usesFrom, Consumer<CustomerPeople> receiver) {
        var all = customers(at);
        for (int first = 0; first < all.size(); first += CUSTOMERS_AT_A_TIME) {
            customers(all.subList(first, Math.min(all.size(), first + CUSTOMERS_AT_A_TIME)), at, usesFrom)
                    .forEach(receiver);
        }
    }

    /**
     * Customers with their people, those that had signed up, in the order of their ids.
     *
     * @param usesFrom first day of which uses and totals are read
     */
    public List<CustomerPeople> customers(Collection<String> customerIds, Standpoint at, LocalDate usesFrom) {
        var facts = new HashMap<String, Map<String, List<PersonFact>>>();
        at(at, """
                select * from query.person_fact f
                where customer_id = any (:customers) and occurred_at < :end and
                """ + COUNTS_STILL)
                .param("customers", customerIds.toArray(String[]::new))
                .query(row -> {
                    facts.computeIfAbsent(row.getString("customer_id"), id -> new HashMap<>())
                            .computeIfAbsent(row.getString("user_id"), id -> new ArrayList<>())
                            .add(personFact(row));
                });
        var uses = uses(customerIds, at, usesFrom);
        var firstUses = firstUses(customerIds, at);
        var totals = totals(customerIds, at, usesFrom);
        var firstTotals = firstTotals(customerIds, at);

        var customers = new ArrayList<CustomerPeople>();
        at(at, """
                select distinct on (customer_id) customer_id, day, position,
                       coalesce((select away.kind = 'churned' from query.customer_fact away
                                 where away.customer_id = c.customer_id and away.kind <> 'registered'
                                   and away.position <= :known and away.day <= :day
                                 order by away.day desc, away.position desc limit 1), false) as gone
                from query.customer_fact c
                where customer_id = any (:customers) and kind = 'registered' and position <= :known and day <= :day
                order by customer_id, position desc
                """).param("customers", customerIds.toArray(String[]::new)).query(row -> {
            var id = row.getString("customer_id");
            customers.add(new CustomerPeople(
                    id,
                    row.getObject("day", LocalDate.class),
                    row.getLong("position"),
                    row.getBoolean("gone"),
                    persons(
                            id,
                            facts.getOrDefault(id, Map.of()),
                            uses.getOrDefault(id, Map.of()),
                            firstUses.getOrDefault(id, Map.of())),
                    totals.getOrDefault(id, List.of()),
                    earliest(firstTotals.get(id), firstUses.getOrDefault(id, Map.of()))));
        });
        return customers;
    }

    private static SortedMap<String, Person> persons(
            String customerId,
            Map<String, List<PersonFact>> facts,
            Map<String, List<UseOfDay>> uses,
            Map<String, LocalDate> firstUses) {
        var persons = new TreeMap<String, Person>();
        var users = new HashSet<>(facts.keySet());
        users.addAll(firstUses.keySet());
        for (var user : users) {
            persons.put(
                    user,
                    new Person(
                            customerId,
                            user,
                            facts.getOrDefault(user, List.of()),
                            uses.getOrDefault(user, List.of()),
                            firstUses.get(user)));
        }
        return persons;
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate firstTotal, Map<String, LocalDate> firstUses) {
        var earliest = firstTotal;
        for (var day : firstUses.values()) {
            earliest = earliest == null || day.isBefore(earliest) ? day : earliest;
        }
        return earliest;
    }

    private static PersonFact personFact(ResultSet row) throws SQLException {
        return new PersonFact(
                row.getString("customer_id"),
                row.getString("user_id"),
                row.getLong("position"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                PersonFact.Kind.valueOf(
                        row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("subject"),
                row.getString("department"),
                row.getString("role"));
    }

    /** Pages that each saw a part of a day are put together, and events that do not count are left out. */
    private Map<String, Map<String, List<UseOfDay>>> uses(
            Collection<String> customerIds, Standpoint at, LocalDate from) {
        var withdrawn = withdrawn(customerIds, at);
        var uses = new HashMap<String, Map<String, List<UseOfDay>>>();
        at(at, """
                select customer_id, user_id, day, feature, positions, counts from query.use_of_day u
                where customer_id = any (:customers) and day >= :from and day <= :day and first_position <= :known
                order by customer_id, user_id, day, feature, first_position
                """)
                .param("customers", customerIds.toArray(String[]::new))
                .param("from", from)
                .query(row -> {
                    var positions = (Long[]) row.getArray("positions").getArray();
                    var counts = (Long[]) row.getArray("counts").getArray();
                    var ofUser = uses.computeIfAbsent(row.getString("customer_id"), id -> new HashMap<>())
                            .computeIfAbsent(row.getString("user_id"), id -> new ArrayList<>());
                    var use = useOfDay(row, ofUser);
                    for (int i = 0; i < positions.length; i++) {
                        if (positions[i] <= at.position() && !withdrawn.contains(positions[i])) {
                            use.positions().add(positions[i]);
                            use.counts().add(counts[i]);
                        }
                    }
                });
        uses.values()
                .forEach(ofCustomer -> ofCustomer
                        .values()
                        .forEach(
                                ofUser -> ofUser.removeIf(use -> use.positions().isEmpty())));
        return uses;
    }

    /** The use that a row adds to: the last one, or a new one. */
    private static UseOfDay useOfDay(ResultSet row, List<UseOfDay> ofUser) throws SQLException {
        var day = row.getObject("day", LocalDate.class);
        var feature = row.getString("feature");
        if (ofUser.isEmpty()
                || !ofUser.getLast().day().equals(day)
                || !ofUser.getLast().feature().equals(feature)) {
            ofUser.add(new UseOfDay(
                    row.getString("customer_id"),
                    row.getString("user_id"),
                    day,
                    feature,
                    new ArrayList<>(),
                    new ArrayList<>()));
        }
        return ofUser.getLast();
    }

    private Set<Long> withdrawn(Collection<String> customerIds, Standpoint at) {
        return new HashSet<>(at(at, """
                select fact_position from query.withdrawn_fact
                where customer_id = any (:customers) and position <= :known
                """)
                .param("customers", customerIds.toArray(String[]::new))
                .query((row, number) -> row.getLong("fact_position"))
                .list());
    }

    private Map<String, Map<String, LocalDate>> firstUses(Collection<String> customerIds, Standpoint at) {
        var days = new HashMap<String, Map<String, LocalDate>>();
        at(at, """
                select customer_id, user_id, min(day) as day from query.use_of_day u
                where customer_id = any (:customers) and day <= :day and
                """ + USED_STILL + " group by customer_id, user_id")
                .param("customers", customerIds.toArray(String[]::new))
                .query(row -> {
                    days.computeIfAbsent(row.getString("customer_id"), id -> new HashMap<>())
                            .put(row.getString("user_id"), row.getObject("day", LocalDate.class));
                });
        return days;
    }

    private Map<String, List<TotalOfDay>> totals(Collection<String> customerIds, Standpoint at, LocalDate from) {
        var totals = new HashMap<String, List<TotalOfDay>>();
        at(at, "select * from (" + TOTALS + ") f where day >= :from order by customer_id, day")
                .param("customers", customerIds.toArray(String[]::new))
                .param("from", from)
                .query(row -> {
                    totals.computeIfAbsent(row.getString("customer_id"), id -> new ArrayList<>())
                            .add(new TotalOfDay(
                                    row.getString("customer_id"),
                                    row.getObject("day", LocalDate.class),
                                    row.getLong("position"),
                                    row.getObject("active_users", Integer.class),
                                    row.getLong("actions"),
                                    json.readValue(row.getString("features"), COUNTS)));
                });
        return totals;
    }

    private Map<String, LocalDate> firstTotals(Collection<String> customerIds, Standpoint at) {
        var days = new HashMap<String, LocalDate>();
        at(
                        at,
                        "select customer_id, min(day) as day from (" + TOTALS
                                + ") f where actions > 0 or active_users > 0" + " group by customer_id")
                .param("customers", customerIds.toArray(String[]::new))
                .query(row -> {
                    days.put(row.getString("customer_id"), row.getObject("day", LocalDate.class));
                });
        return days;
    }

    /** The features known. */
    public FeatureCatalogue features(Standpoint at) {
        return new FeatureCatalogue(at(at, "select * from query.feature_fact f where " + COUNTS_STILL)
                .query((row, number) -> new FeatureCatalogue.Entry(
                        row.getString("feature"),
                        row.getLong("position"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        Level.of(row.getString("level")),
                        row.getString("product"),
                        row.getBoolean("value_event")))
                .list());
    }

    /** The courses known. */
    public CourseCatalogue courses(Standpoint at) {
        return new CourseCatalogue(at(at, "select * from query.course_fact f where " + COUNTS_STILL)
                .query((row, number) -> {
                    var level = row.getString("level");
                    return new CourseCatalogue.Entry(
                            row.getString("course_id"),
                            row.getLong("position"),
                            row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                            row.getString("kind").equals("published"),
                            level == null ? null : Level.of(level),
                            row.getBoolean("required"));
                })
                .list());
    }

    /** Who is meant to use what a customer bought; empty when nobody said. */
    public Optional<Audience> audience(String customerId, Standpoint at) {
        return at(
                        at,
                        "select * from query.audience_fact f where customer_id = :customer and occurred_at < :end and "
                                + COUNTS_STILL + " order by occurred_at desc, position desc limit 1")
                .param("customer", customerId)
                .query((row, number) ->
                        new Audience(row.getLong("position"), json.readValue(row.getString("departments"), COUNTS)))
                .optional();
    }

    /** A statement that may name what was known, the day asked about and the end of it. */
    private JdbcClient.StatementSpec at(Standpoint at, String sql) {
        return jdbc.sql(sql)
                .param("known", at.position())
                .param("day", at.asOf().day())
                .param("end", at.asOf().end().atOffset(ZoneOffset.UTC));
    }
}
