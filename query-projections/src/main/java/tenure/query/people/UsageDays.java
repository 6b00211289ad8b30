package tenure.query.people;

import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.projection.SetWise;

/**
 * Keeps what each customer did on each day in one row, for lists of many customers and curves over many days. The facts
 * are summed anew whenever one of a day comes, so that late, corrected and withdrawn ones are in the sum as the others are.
 *
 * <p>A day that a source reported in total counts as it was reported last; of any other day what persons did is counted.
 * A log-on makes a person active, and is no action.
 */
@Repository
class UsageDays {

    private final JdbcClient jdbc;

    UsageDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A day of a customer. */
    record CustomerDay(String customerId, LocalDate day) {}

    /** Sums these days anew. Those on which nothing counts any more have no row. */
    void sum(Collection<CustomerDay> days) {
        SetWise.write(jdbc, """
                with asked as (select * from unnest(:1::text[], :2::date[]) a (customer_id, day)),
                reported as (
                    select distinct on (f.customer_id, f.day) f.customer_id, f.day, f.active_users, f.actions, f.features
                    from asked join query.total_of_day f using (customer_id, day)
                    where not exists (select from query.withdrawn_fact w where w.fact_position = f.position)
                    order by f.customer_id, f.day, f.position desc),
                told as (
                    select u.customer_id, u.day, u.user_id, u.feature, sum(e.count) as count
                    from asked join query.use_of_day u using (customer_id, day),
                         unnest(u.positions, u.counts) e (position, count)
                    where not exists (select from query.withdrawn_fact w where w.fact_position = e.position)
                    group by u.customer_id, u.day, u.user_id, u.feature),
                persons as (
                    select customer_id, day, count(distinct user_id)::integer as active_users
                    from told group by customer_id, day),
                features as (
                    select customer_id, day, sum(count) as actions, jsonb_object_agg(feature, count) as features
                    from (select customer_id, day, feature, least(sum(count), 9223372036854775807) as count
                          from told where feature <> '' group by customer_id, day, feature) f
                    group by customer_id, day),
                summed as (
                    select customer_id, day, coalesce(r.active_users, p.active_users) as active_users,
                           coalesce(r.actions, least(coalesce(f.actions, 0), 9223372036854775807)::bigint) as actions,
                           case when r.features is null then coalesce(f.features, '{}') else r.features end as features
                    from asked
                    left join reported r using (customer_id, day)
                    left join persons p using (customer_id, day)
                    left join features f using (customer_id, day)
                    where r.actions is not null or p.active_users is not null),
                nothing_left as (
                    delete from query.usage_day d using asked a
                    where d.customer_id = a.customer_id and d.day = a.day
                      and not exists (select from summed s where s.customer_id = d.customer_id and s.day = d.day))
                insert into query.usage_day (customer_id, day, active_users, actions, features)
                select customer_id, day, active_users, actions, features from summed
                on conflict (customer_id, day) do update
                set active_users = excluded.active_users, actions = excluded.actions, features = excluded.features
                """, days, CustomerDay::customerId, CustomerDay::day);
    }
}
