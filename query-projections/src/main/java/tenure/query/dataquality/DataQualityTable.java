package tenure.query.dataquality;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.dataquality.DataQuality.Contradiction;
import tenure.query.dataquality.DataQuality.Kind;
import tenure.query.projection.SetWise;
import tenure.query.shared.AsOf;
import tenure.query.shared.Question;

/** The statements of the view of contradictions. */
@Repository
class DataQualityTable {

    /** Most positions that are kept of the facts of a day. */
    static final int POSITIONS = 100;

    private static final String WANTED = """
            from query.contradiction
            where day <= :day and (:kind::text is null or kind = :kind)
              and (:customer::text is null or customer_id = :customer)
            """;

    private final JdbcClient jdbc;

    DataQualityTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void registered(String customerId, LocalDate on) {
        jdbc.sql("""
                insert into query.quality_customer (customer_id, registered_on) values (?, ?)
                on conflict (customer_id) do update set registered_on = excluded.registered_on
                """).params(List.of(customerId, on)).update();
    }

    void away(String customerId, long position, LocalDate day, boolean away) {
        jdbc.sql("""
                insert into query.quality_away (customer_id, position, day, away) values (?, ?, ?, ?)
                on conflict do nothing
                """).params(List.of(customerId, position, day, away)).update();
    }

    void ended(String licenseId, LocalDate on) {
        jdbc.sql("""
                insert into query.quality_license_end (license_id, ended_on) values (?, ?)
                on conflict (license_id) do update set ended_on = excluded.ended_on
                """).params(List.of(licenseId, on)).update();
    }

    /** A term as it was sold. */
    record Term(String licenseId, LocalDate startsOn, String customerId, LocalDate endsOn) {}

    void terms(List<Term> terms) {
        SetWise.write(jdbc, """
                insert into query.quality_term (license_id, starts_on, customer_id, ends_on)
                select * from unnest(:1::text[], :2::date[], :3::text[], :4::date[]) on conflict do nothing
                """, terms, Term::licenseId, Term::startsOn, Term::customerId, Term::endsOn);
    }

    void users(List<String> invited) {
        SetWise.write(
                jdbc,
                "insert into query.quality_user (user_id) select * from unnest(:1::text[]) on conflict do nothing",
                invited,
                user -> user);
    }

    void assigned(List<String> trainings) {
        SetWise.write(
                jdbc,
                "insert into query.quality_training (subject) select * from unnest(:1::text[]) on conflict do nothing",
                trainings,
                training -> training);
    }

    /** What is told of a ticket. */
    record Ticket(
            String ticketId,
            long position,
            String customerId,
            Instant occurredAt,
            boolean opening,
            boolean change,
            String state) {}

    void tickets(List<Ticket> tickets) {
        SetWise.write(
                jdbc,
                """
                insert into query.quality_ticket
                       (ticket_id, position, customer_id, occurred_at, opening, change, state)
                select * from unnest(:1::text[], :2::bigint[], :3::text[], :4::timestamptz[], :5::boolean[],
                                     :6::boolean[], :7::text[])
                on conflict do nothing
                """,
                tickets,
                Ticket::ticketId,
                Ticket::position,
                Ticket::customerId,
                Ticket::occurredAt,
                Ticket::opening,
                Ticket::change,
                Ticket::state);
    }

    /** Where facts are counted. */
    record Place(String kind, String customerId, String subject, LocalDate day) {}

    /** Adds the positions of facts to those of earlier pages; each position comes once, in the order of the log. */
    void facts(Map<Place, List<Long>> facts) {
        SetWise.write(
                jdbc,
                """
                insert into query.quality_fact as known (kind, customer_id, subject, day, events, positions)
                select kind, customer_id, subject, day, events, positions::bigint[]
                from unnest(:1::text[], :2::text[], :3::text[], :4::date[], :5::bigint[], :6::text[])
                     f (kind, customer_id, subject, day, events, positions)
                on conflict (kind, customer_id, subject, day) do update
                set events = known.events + excluded.events,
                    positions = (known.positions || excluded.positions)[1 : 100]
                """,
                List.copyOf(facts.entrySet()),
                fact -> fact.getKey().kind(),
                fact -> fact.getKey().customerId(),
                fact -> fact.getKey().subject(),
                fact -> fact.getKey().day(),
                fact -> fact.getValue().size(),
                fact -> fact.getValue().stream()
                        .limit(POSITIONS)
                        .map(String::valueOf)
                        .collect(joining(",", "{", "}")));
    }

    /** Every kind with its counts. */
    List<Kind> kinds(AsOf asOf, @Nullable String customerId) {
        var found = new HashMap<String, Kind>();
        jdbc.sql(
                        "select kind, sum(events)::bigint as events, count(distinct customer_id) filter (where customer_id <> '')"
                                + " as customers " + WANTED + " group by kind")
                .param("day", asOf.day())
                .param("kind", null)
                .param("customer", customerId)
                .query(row -> {
                    found.put(
                            row.getString("kind"),
                            new Kind(row.getString("kind"), "", row.getLong("events"), row.getLong("customers")));
                });
        return Stream.of(ContradictionKind.values())
                .map(kind -> {
                    var counted = found.getOrDefault(Question.word(kind), new Kind("", "", 0, 0));
                    return new Kind(Question.word(kind), kind.means(), counted.events(), counted.customers());
                })
                .toList();
    }

    List<Contradiction> find(
            AsOf asOf, @Nullable ContradictionKind kind, @Nullable String customerId, long after, int limit) {
        return jdbc.sql("select * " + WANTED + " order by kind, customer_id, subject, day limit :limit offset :after")
                .param("day", asOf.day())
                .param("kind", kind == null ? null : Question.word(kind))
                .param("customer", customerId)
                .param("limit", limit)
                .param("after", after)
                .query((row, number) -> contradiction(row))
                .list();
    }

    private static Contradiction contradiction(ResultSet row) throws SQLException {
        return new Contradiction(
                row.getString("kind"),
                orNull(row.getString("customer_id")),
                orNull(row.getString("subject")),
                row.getObject("day", LocalDate.class),
                row.getLong("events"),
                Arrays.asList((Long[]) row.getArray("positions").getArray()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
