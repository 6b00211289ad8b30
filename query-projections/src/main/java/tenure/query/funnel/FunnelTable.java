package tenure.query.funnel;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.funnel.FunnelPage.Entry;
import tenure.query.funnel.FunnelPage.First;
import tenure.query.funnel.FunnelPage.Heap;
import tenure.query.funnel.FunnelPage.Heaped;
import tenure.query.funnel.Withdrawals.Withdrawn;
import tools.jackson.databind.json.JsonMapper;

/** The statements that write the funnel view. A row that is there already says the same. */
@Repository
class FunnelTable {

    private static final String KINDS = """
            kind as (select * from unnest(:events::text[], :kinds::text[], :by_subject::boolean[])
                         k (event, kind, by_subject))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FunnelTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes a page. What it withdraws comes before the first of their kinds, which depend on it. */
    void add(FunnelPage page, List<Withdrawn> withdrawn) {
        write(
                """
                insert into query.funnel_definition (funnel_id, position, definition)
                select * from unnest(:1::text[], :2::bigint[], :3::jsonb[]) on conflict do nothing
                """,
                page.definitions,
                row -> row.definition().funnelId(),
                FunnelPage.Definition::position,
                row -> json.writeValueAsString(row.definition()));
        occurrences(List.copyOf(page.occurrences.entrySet()));
        withdrawn(withdrawn);
        firsts(page.firsts, "known.withdrawn > 0 or known.occurred_at is null or n.occurred_at < known.occurred_at");
        if (hasWithdrawn()) {
            firsts(page.notFirst, "known.withdrawn > 0");
        }
        write(
                """
                insert into query.funnel_contract
                       (customer_id, position, occurred_at, license_id, kind, starts_on, ends_on, seats, plan)
                select * from unnest(:1::text[], :2::bigint[], :3::timestamptz[], :4::text[], :5::text[], :6::date[],
                                     :7::date[], :8::integer[], :9::text[])
                on conflict do nothing
                """,
                page.contracts,
                row -> row.event().customerId(),
                row -> row.event().position(),
                row -> row.event().occurredAt(),
                FunnelPage.Contract::licenseId,
                FunnelPage.Contract::kind,
                FunnelPage.Contract::startsOn,
                FunnelPage.Contract::endsOn,
                FunnelPage.Contract::seats,
                FunnelPage.Contract::plan);
        write(
                """
                insert into query.funnel_task
                       (customer_id, position, onboarding_id, task_id, kind, occurred_at, title, due_on, required,
                        milestone)
                select * from unnest(:1::text[], :2::bigint[], :3::text[], :4::text[], :5::text[], :6::timestamptz[],
                                     :7::text[], :8::date[], :9::boolean[], :10::boolean[])
                on conflict do nothing
                """,
                page.tasks,
                row -> row.event().customerId(),
                row -> row.event().position(),
                FunnelPage.Told::onboardingId,
                FunnelPage.Told::taskId,
                FunnelPage.Told::kind,
                row -> row.event().occurredAt(),
                row -> row.plan() == null ? null : row.plan().title(),
                row -> row.plan() == null ? null : row.plan().dueOn(),
                row -> row.plan() == null ? null : row.plan().required(),
                row -> row.plan() == null ? null : row.plan().milestone());
        write(
                """
                insert into query.funnel_property (customer_id, property, position, occurred_at, value)
                select * from unnest(:1::text[], :2::text[], :3::bigint[], :4::timestamptz[], :5::text[])
                on conflict do nothing
                """,
                page.properties,
                row -> row.event().customerId(),
                FunnelPage.Property::property,
                row -> row.event().position(),
                row -> row.event().occurredAt(),
                FunnelPage.Property::value);
        catalogue("insert into query.funnel_feature (feature, position, occurred_at, value_event)", page.features);
        catalogue("insert into query.funnel_course (course_id, position, occurred_at, required)", page.courses);
    }

    private void catalogue(String insert, List<Entry> entries) {
        write(
                insert + " select * from unnest(:1::text[], :2::bigint[], :3::timestamptz[], :4::boolean[])"
                        + " on conflict do nothing",
                entries,
                Entry::id,
                row -> row.event().position(),
                row -> row.event().occurredAt(),
                Entry::counts);
    }

    /** Arrays travel as text, as an array of arrays cannot hold such of different lengths; features as JSON. */
    private void occurrences(List<java.util.Map.Entry<Heap, Heaped>> heaps) {
        write(
                """
                insert into query.funnel_occurrence
                       (customer_id, event, user_id, subject, day, first_position, positions, times, happened, features)
                select customer_id, event, user_id, subject, day, positions[1], positions, times, happened,
                       coalesce((select array_agg(f.feature order by f.feature)
                                 from jsonb_array_elements_text(features) f (feature)), '{}')
                from (select customer_id, event, user_id, subject, day, positions::bigint[], times::bigint[], happened,
                             features
                      from unnest(:1::text[], :2::text[], :3::text[], :4::text[], :5::date[], :6::text[], :7::text[],
                                  :8::boolean[], :9::jsonb[])
                           h (customer_id, event, user_id, subject, day, positions, times, happened, features)) h
                on conflict do nothing
                """,
                heaps,
                heap -> heap.getKey().customerId(),
                heap -> heap.getKey().event(),
                heap -> heap.getKey().userId(),
                heap -> heap.getKey().subject(),
                heap -> heap.getKey().day(),
                heap -> array(heap.getValue().positions()),
                heap -> array(heap.getValue().times()),
                heap -> heap.getValue().happened(),
                heap -> json.writeValueAsString(heap.getValue().features()));
    }

    private void withdrawn(List<Withdrawn> withdrawn) {
        write("""
                insert into query.funnel_withdrawn (position, withdrawn_by)
                select * from unnest(:1::bigint[], :2::bigint[]) on conflict do nothing
                """, withdrawn, row -> row.fact().position(), Withdrawn::by);
        var firsts = withdrawn.stream()
                .map(Withdrawn::fact)
                .filter(fact -> fact.customerId() != null
                        && fact.userId() != null
                        && !FirstKind.of(fact.type()).isEmpty())
                .toList();
        if (firsts.isEmpty()) {
            return;
        }
        withKinds("""
                with %s,
                touched as (
                    select distinct o.customer_id, o.user_id, k.kind, k.by_subject,
                           case when k.by_subject then o.subject else '' end as subject
                    from unnest(:customers::text[], :users::text[], :types::text[], :positions::bigint[])
                         f (customer_id, user_id, event, position)
                    join query.funnel_occurrence o
                      on o.customer_id = f.customer_id and o.user_id = f.user_id and o.event = f.event
                     and f.position = any (o.positions)
                    join kind k on k.event = o.event)
                insert into query.funnel_first (customer_id, user_id, kind, subject, position, occurred_at)
                select t.customer_id, t.user_id, t.kind, t.subject, each.position,
                       timestamptz 'epoch' + each.time * interval '1 microsecond'
                from touched t
                join kind k on k.kind = t.kind
                join query.funnel_occurrence o
                  on o.customer_id = t.customer_id and o.user_id = t.user_id and o.event = k.event
                 and (not t.by_subject or o.subject = t.subject)
                cross join unnest(o.positions, o.times) each (position, time)
                on conflict do nothing
                """.formatted(KINDS))
                .param(
                        "customers",
                        firsts.stream().map(fact -> fact.customerId()).toArray(String[]::new))
                .param("users", firsts.stream().map(fact -> fact.userId()).toArray(String[]::new))
                .param("types", firsts.stream().map(fact -> fact.type()).toArray(String[]::new))
                .param("positions", firsts.stream().map(fact -> fact.position()).toArray(Long[]::new))
                .update();
    }

    private JdbcClient.StatementSpec withKinds(String sql) {
        record Counted(String event, FirstKind kind) {}
        var counted = Stream.of(FirstKind.values())
                .flatMap(kind -> kind.events().stream().map(event -> new Counted(event, kind)))
                .toList();
        return jdbc.sql(sql)
                .param("events", counted.stream().map(Counted::event).toArray(String[]::new))
                .param("kinds", counted.stream().map(row -> row.kind().word()).toArray(String[]::new))
                .param(
                        "by_subject",
                        counted.stream().map(row -> row.kind().bySubject()).toArray(Boolean[]::new));
    }

    /** One that is not before all that are known adds nothing, unless one of those known has been withdrawn. */
    private void firsts(List<First> firsts, String condition) {
        write(
                """
                insert into query.funnel_first (customer_id, user_id, kind, subject, position, occurred_at)
                select n.customer_id, n.user_id, n.kind, n.subject, n.position, n.occurred_at
                from unnest(:1::text[], :2::text[], :3::text[], :4::text[], :5::bigint[], :6::timestamptz[])
                     n (customer_id, user_id, kind, subject, position, occurred_at)
                left join lateral (
                    select min(f.occurred_at) as occurred_at, count(w.position) as withdrawn
                    from query.funnel_first f
                    left join query.funnel_withdrawn w on w.position = f.position
                    where f.customer_id = n.customer_id and f.user_id = n.user_id and f.kind = n.kind
                      and f.subject = n.subject) known on true
                where %s
                on conflict do nothing
                """.formatted(condition),
                firsts,
                First::customerId,
                First::userId,
                row -> row.kind().word(),
                First::subject,
                First::position,
                First::occurredAt);
    }

    private boolean hasWithdrawn() {
        return jdbc.sql("select exists (select from query.funnel_withdrawn) as withdrawn")
                .query((row, number) -> row.getBoolean("withdrawn"))
                .single();
    }

    private static String array(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(joining(",", "{", "}"));
    }

    /** Writes rows set-wise: one array for each column, under the names 1, 2 … */
    @SafeVarargs
    private <R> void write(String sql, Collection<R> rows, Function<R, ? extends @Nullable Object>... columns) {
        if (rows.isEmpty()) {
            return;
        }
        var statement = jdbc.sql(sql);
        for (int column = 0; column < columns.length; column++) {
            var value = columns[column];
            statement = statement.param(
                    String.valueOf(column + 1),
                    rows.stream().map(row -> text(value.apply(row))).toArray(String[]::new));
        }
        statement.update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
