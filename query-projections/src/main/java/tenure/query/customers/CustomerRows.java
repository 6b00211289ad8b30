package tenure.query.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.shared.AsOf;
import tenure.query.shared.Money;
import tenure.query.shared.Question;

/** The statements that read customers as they were on a day. */
@Repository
class CustomerRows {

    /**
     * Every customer that had signed up by the day, in all columns that can be sorted by. Usage of 28 days is read
     * through the index by day; the last day of activity is one look into the primary key per customer.
     */
    private static final String ON_DAY = """
            with commercial as (
                select customer_id, sum(seats)::int as seats, min(ends_on) as renews_on,
                       (array_agg(plan order by seats desc, plan))[1] as plan,
                       case when count(distinct currency) = 1 then sum(monthly_minor_units)::bigint end
                           as monthly_minor_units,
                       case when count(distinct currency) = 1 then min(currency) end as currency
                from query.terms_in_force(:day)
                group by customer_id),
            recent as (
                select customer_id, sum(actions)::bigint as usage28, max(active_users) as active_users28
                from query.usage_day
                where day > :day::date - 28 and day <= :day::date
                group by customer_id),
            on_day as (
                select c.customer_id, c.name, c.registered_on, c.profile,
                       g.churned_on, g.reason_code, g.reason_text,
                       case when g.churned_on is null then 'live' else 'churned' end as status,
                       m.plan, coalesce(m.seats, 0) as seats, m.monthly_minor_units, m.currency, m.renews_on,
                       (select u.day from query.usage_day u
                        where u.customer_id = c.customer_id and u.day <= :day and (u.actions > 0 or u.active_users > 0)
                        order by u.day desc limit 1)
                           as last_active_on,
                       coalesce(r.usage28, 0) as usage28, r.active_users28
                from query.customer c
                left join query.gone(:day) g on g.customer_id = c.customer_id
                left join commercial m on m.customer_id = c.customer_id
                left join recent r on r.customer_id = c.customer_id
                where c.registered_on <= :day)
            """;

    private static final String WEEKS = """
            , page as (select row_number() over () as place, p.* from (%s) p),
            used as (
                select u.customer_id, 25 - (:day::date - u.day) / 7 as week, sum(u.actions)::bigint as actions
                from query.usage_day u
                where u.customer_id in (select customer_id from page)
                  and u.day > :day::date - 26 * 7 and u.day <= :day::date
                group by 1, 2),
            weeks as (
                select p.customer_id, array_agg(coalesce(used.actions, 0) order by n.week) as by_week
                from page p
                cross join generate_series(0, 25) n (week)
                left join used on used.customer_id = p.customer_id and used.week = n.week
                group by p.customer_id)
            select p.*, w.by_week from page p join weeks w on w.customer_id = p.customer_id order by p.place
            """;

    private static final String WANTED = """
            where (:status = 'all' or status = :status)
              and (:plan::text is null or plan = :plan)
              and (:search::text is null
                   or position(lower(:search) in lower(name)) > 0 or position(lower(:search) in lower(customer_id)) > 0)
            """;

    private final JdbcClient jdbc;

    CustomerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CustomerRow> find(FindCustomers query) {
        var page = "select * from on_day " + WANTED + order(query) + " limit :limit offset :after";
        return wanted(ON_DAY + WEEKS.formatted(page), query)
                .param("limit", query.limit())
                .param("after", query.after())
                .query((row, number) -> row(row))
                .list();
    }

    long count(FindCustomers query) {
        return wanted(ON_DAY + "select count(*) as customers from on_day " + WANTED, query)
                .query((row, number) -> row.getLong("customers"))
                .single();
    }

    private JdbcClient.StatementSpec wanted(String sql, FindCustomers query) {
        return jdbc.sql(sql)
                .param("day", query.asOf().day())
                .param("status", Question.word(query.status()))
                .param("plan", query.plan())
                .param("search", query.search());
    }

    /** Only constants of {@link FindCustomers.Sort} get into the statement, never a text from outside. */
    private static String order(FindCustomers query) {
        return "order by " + query.sort().column + (query.descending() ? " desc" : "") + " nulls last, customer_id";
    }

    /** A customer with what its own page says besides the row. */
    record Found(
            CustomerRow row,
            String profile,
            @Nullable String reasonCode,
            @Nullable String reasonText) {}

    Optional<Found> one(String customerId, AsOf asOf) {
        return jdbc.sql(ON_DAY + WEEKS.formatted("select * from on_day where customer_id = :customerId"))
                .param("day", asOf.day())
                .param("customerId", customerId)
                .query((row, number) -> new Found(
                        row(row), row.getString("profile"), row.getString("reason_code"), row.getString("reason_text")))
                .optional();
    }

    /** Whether the customer had signed up by the day. */
    boolean isKnown(String customerId, AsOf asOf) {
        return jdbc.sql("select 1 from query.customer where customer_id = :customerId and registered_on <= :day")
                .param("customerId", customerId)
                .param("day", asOf.day())
                .query((row, number) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    List<String> plans(AsOf asOf) {
        return jdbc.sql("select distinct plan from query.terms_in_force(:day) order by plan")
                .param("day", asOf.day())
                .query((row, number) -> row.getString("plan"))
                .list();
    }

    private static CustomerRow row(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new CustomerRow(
                row.getString("customer_id"),
                row.getString("name"),
                row.getString("status").equals("live") ? CustomerStatus.LIVE : CustomerStatus.CHURNED,
                row.getObject("registered_on", LocalDate.class),
                row.getObject("churned_on", LocalDate.class),
                row.getString("plan"),
                row.getInt("seats"),
                currency == null ? null : new Money(currency, row.getLong("monthly_minor_units")),
                row.getObject("last_active_on", LocalDate.class),
                row.getObject("active_users28", Integer.class),
                row.getLong("usage28"),
                Arrays.asList((Long[]) row.getArray("by_week").getArray()),
                row.getObject("renews_on", LocalDate.class));
    }
}
