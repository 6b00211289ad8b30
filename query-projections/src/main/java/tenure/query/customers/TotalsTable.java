package tenure.query.customers;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.shared.AsOf;
import tenure.query.shared.Money;

/** The statements behind {@link Totals}. */
@Repository
class TotalsTable {

    private final JdbcClient jdbc;

    TotalsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Totals on(AsOf asOf, long position) {
        var revenue = jdbc.sql("""
                select currency, sum(monthly_minor_units)::bigint as minor_units
                from query.terms_in_force(:day) group by currency order by currency
                """)
                .param("day", asOf.day())
                .query((row, number) -> new Money(row.getString("currency"), row.getLong("minor_units")))
                .list();
        return customers(asOf, position, revenue);
    }

    private Totals customers(AsOf asOf, long position, List<Money> revenue) {
        return jdbc.sql("""
                select count(*) filter (where g.churned_on is null) as live,
                       count(g.churned_on) as churned,
                       (select coalesce(sum(seats), 0) from query.terms_in_force(:day)) as seats
                from query.customer c
                left join query.gone(:day) g on g.customer_id = c.customer_id
                where c.registered_on <= :day
                """)
                .param("day", asOf.day())
                .query((row, number) -> new Totals(
                        asOf.day(),
                        position,
                        row.getLong("live"),
                        row.getLong("seats"),
                        revenue,
                        row.getLong("churned")))
                .single();
    }
}
