package tenure.query.people;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.domain.customer.event.AudienceDefined;
import tenure.query.projection.SetWise;
import tenure.query.shared.Question;
import tools.jackson.databind.json.JsonMapper;

/** The statements that write what is told of people. A row that is there already is left as it is. */
@Repository
class PeopleFacts {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PeopleFacts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is told of a customer. */
    record CustomerFact(String customerId, long position, LocalDate day, String kind) {}

    void customers(List<CustomerFact> facts) {
        SetWise.write(
                jdbc,
                """
                insert into query.customer_fact (customer_id, position, day, kind)
                select * from unnest(:1::text[], :2::bigint[], :3::date[], :4::text[]) on conflict do nothing
                """,
                facts,
                CustomerFact::customerId,
                CustomerFact::position,
                CustomerFact::day,
                CustomerFact::kind);
    }

    void persons(List<PersonFact> facts) {
        SetWise.write(
                jdbc,
                """
                insert into query.person_fact
                       (customer_id, user_id, position, occurred_at, kind, subject, department, role)
                select * from unnest(:1::text[], :2::text[], :3::bigint[], :4::timestamptz[], :5::text[], :6::text[],
                                     :7::text[], :8::text[])
                on conflict do nothing
                """,
                facts,
                PersonFact::customerId,
                PersonFact::userId,
                PersonFact::position,
                PersonFact::occurredAt,
                fact -> Question.word(fact.kind()),
                PersonFact::courseId,
                PersonFact::department,
                PersonFact::role);
    }

    void uses(List<UseOfDay> uses) {
        SetWise.write(
                jdbc,
                """
                insert into query.use_of_day
                       (customer_id, user_id, day, feature, first_position, positions, counts)
                select customer_id, user_id, day, feature, first_position, positions::bigint[], counts::bigint[]
                from unnest(:1::text[], :2::text[], :3::date[], :4::text[], :5::bigint[], :6::text[], :7::text[])
                     u (customer_id, user_id, day, feature, first_position, positions, counts)
                on conflict do nothing
                """,
                uses,
                UseOfDay::customerId,
                UseOfDay::userId,
                UseOfDay::day,
                UseOfDay::feature,
                use -> use.positions().getFirst(),
                use -> array(use.positions()),
                use -> array(use.counts()));
    }

    private static String array(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(joining(",", "{", "}"));
    }

    void totals(List<TotalOfDay> totals) {
        SetWise.write(
                jdbc,
                """
                insert into query.total_of_day (customer_id, day, position, active_users, actions, features)
                select * from unnest(:1::text[], :2::date[], :3::bigint[], :4::integer[], :5::bigint[], :6::jsonb[])
                on conflict do nothing
                """,
                totals,
                TotalOfDay::customerId,
                TotalOfDay::day,
                TotalOfDay::position,
                TotalOfDay::activeUsers,
                TotalOfDay::actions,
                total -> json.writeValueAsString(total.features()));
    }

    void features(List<FeatureCatalogue.Entry> entries) {
        SetWise.write(
                jdbc,
                """
                insert into query.feature_fact (feature, position, occurred_at, level, product, value_event)
                select * from unnest(:1::text[], :2::bigint[], :3::timestamptz[], :4::text[], :5::text[], :6::boolean[])
                on conflict do nothing
                """,
                entries,
                FeatureCatalogue.Entry::feature,
                FeatureCatalogue.Entry::position,
                FeatureCatalogue.Entry::occurredAt,
                entry -> Question.word(entry.level()),
                FeatureCatalogue.Entry::product,
                FeatureCatalogue.Entry::valueEvent);
    }

    void courses(List<CourseCatalogue.Entry> entries) {
        SetWise.write(
                jdbc,
                """
                insert into query.course_fact (course_id, position, occurred_at, kind, level, required)
                select * from unnest(:1::text[], :2::bigint[], :3::timestamptz[], :4::text[], :5::text[], :6::boolean[])
                on conflict do nothing
                """,
                entries,
                CourseCatalogue.Entry::courseId,
                CourseCatalogue.Entry::position,
                CourseCatalogue.Entry::occurredAt,
                entry -> entry.published() ? "published" : "retired",
                entry -> {
                    var level = entry.level();
                    return level == null ? null : Question.word(level);
                },
                entry -> entry.published() ? entry.required() : null);
    }

    void audience(AudienceDefined event, long position) {
        jdbc.sql("""
                insert into query.audience_fact (customer_id, position, occurred_at, departments)
                values (?, ?, ?::timestamptz, ?::jsonb) on conflict do nothing
                """)
                .params(List.of(
                        event.customerId(),
                        position,
                        event.occurredAt().toString(),
                        json.writeValueAsString(event.departments())))
                .update();
    }

    /**
     * A fact that was taken back or corrected.
     *
     * @param position from where on it does not count
     * @param day      of the fact
     */
    record Withdrawn(long factPosition, long position, String customerId, LocalDate day) {}

    void withdrawn(List<Withdrawn> facts) {
        SetWise.write(
                jdbc, """
                insert into query.withdrawn_fact (fact_position, position, customer_id, day)
                select * from unnest(:1::bigint[], :2::bigint[], :3::text[], :4::date[]) on conflict do nothing
                """, facts, Withdrawn::factPosition, Withdrawn::position, Withdrawn::customerId, Withdrawn::day);
    }
}
