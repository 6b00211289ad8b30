package tenure.benchmark.read;

import java.util.List;

/** What some questions come to in SQL over the events, without views. They count less than Tenure does. */
final class EventQueries {

    static final Ask.Statement FUNNEL = new Ask.Statement("""
            with invited as (
                select e.user_id, min(e.occurred_at) as at
                from eventstore.event e join eventstore.event_type t using (type_id)
                where t.name = 'user.invited' and e.occurred_at < ?::timestamptz group by e.user_id
                having min(e.occurred_at) >= ?::timestamptz and min(e.occurred_at) < ?::timestamptz),
            used as (
                select e.user_id, min(e.occurred_at) as at
                from eventstore.event e join eventstore.event_type t using (type_id)
                where t.name in ('usage.logged-on', 'usage.feature-used') and e.occurred_at < ?::timestamptz
                group by e.user_id),
            trained as (
                select e.user_id, max(e.occurred_at) as at
                from eventstore.event e join eventstore.event_type t using (type_id)
                where t.name = 'training.completed' and e.occurred_at < ?::timestamptz group by e.user_id)
            select count(*), count(u.at) filter (where u.at <= i.at + interval '90 days'),
                   count(c.at) filter (where c.at <= i.at + interval '90 days')
            from invited i left join used u using (user_id) left join trained c using (user_id)
            """, choice -> {
        var from = choice.month();
        var end = choice.lastDay().plusDays(1).toString();
        return List.of(end, from.toString(), from.plusMonths(1).toString(), end, end);
    });

    static final Ask.Statement USE_OF_ALL = new Ask.Statement("""
            select e.customer_id, count(*) filter (where e.occurred_at >= ?::timestamptz - interval '28 days') as uses,
                   count(distinct e.user_id) filter (where e.occurred_at >= ?::timestamptz - interval '28 days') as users,
                   max(e.occurred_at)
            from eventstore.event e join eventstore.event_type t using (type_id)
            where t.name in ('usage.logged-on', 'usage.feature-used') and e.occurred_at < ?::timestamptz
            group by e.customer_id order by uses desc limit 50
            """, choice -> {
        var end = choice.lastDay().plusDays(1).toString();
        return List.of(end, end, end);
    });

    static final Ask.Statement ONE_CUSTOMER = new Ask.Statement("""
            select t.name, count(*), min(e.occurred_at), max(e.occurred_at)
            from eventstore.event e join eventstore.event_type t using (type_id)
            where e.customer_id = ? group by t.name
            """, choice -> List.of(choice.customer()));

    static final Ask.Statement HISTORY = new Ask.Statement("""
            select e.*, t.name from eventstore.event e join eventstore.event_type t using (type_id)
            where e.customer_id = ? order by e.position desc limit 50
            """, choice -> List.of(choice.customer()));

    private EventQueries() {}
}
