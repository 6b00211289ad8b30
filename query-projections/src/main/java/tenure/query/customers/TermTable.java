package tenure.query.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.customers.CustomerPage.Term;
import tenure.query.shared.AsOf;
import tenure.query.shared.Money;

/** The statement that reads a customer's terms. */
@Repository
class TermTable {

    private final JdbcClient jdbc;

    TermTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Term> of(String customerId, AsOf asOf) {
        return jdbc.sql("""
                select t.*, l.product,
                       coalesce(change.seats, t.seats) as current_seats,
                       coalesce(change.price_per_seat_minor_units, t.price_per_seat_minor_units) as current_price,
                       case when l.cancelled_on <= :day and l.cancelled_on >= t.starts_on and l.cancelled_on < t.ends_on
                            then l.cancelled_on end as ended_early_on
                from query.term t
                join query.license l on l.license_id = t.license_id
                left join lateral (
                    select s.seats, s.price_per_seat_minor_units from query.seat_change s
                    where s.license_id = t.license_id and s.effective_on >= t.starts_on and s.effective_on < t.ends_on
                      and s.effective_on <= :day
                    order by s.effective_on desc limit 1) change on true
                where t.customer_id = :customerId and t.starts_on <= :day
                order by t.starts_on desc, t.license_id
                """)
                .param("customerId", customerId)
                .param("day", asOf.day())
                .query((row, number) -> term(row, asOf))
                .list();
    }

    private static Term term(ResultSet row, AsOf asOf) throws SQLException {
        var startsOn = row.getObject("starts_on", LocalDate.class);
        var endsOn = row.getObject("ends_on", LocalDate.class);
        var endedEarlyOn = row.getObject("ended_early_on", LocalDate.class);
        var currency = row.getString("currency");
        var seats = row.getInt("current_seats");
        var price = row.getLong("current_price");
        return new Term(
                row.getString("license_id"),
                row.getString("product"),
                row.getString("plan"),
                seats,
                new Money(currency, price),
                new Money(currency, seats * price),
                startsOn,
                endsOn,
                endedEarlyOn,
                TermState.of(startsOn, endsOn, endedEarlyOn, asOf.day()),
                row.getBoolean("auto_renew"));
    }
}
