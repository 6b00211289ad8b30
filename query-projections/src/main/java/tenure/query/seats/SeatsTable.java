package tenure.query.seats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.projection.SetWise;
import tenure.query.seats.SeatFact.Kind;
import tenure.query.shared.Question;

/** The statements of the seat ledger. */
@Repository
class SeatsTable {

    private static final int ROWS_AT_A_TIME = 2_000;
    private static final int CUSTOMERS_AT_A_TIME = 100;

    private final JdbcClient jdbc;

    SeatsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the facts of a page. An event that comes again changes nothing. */
    void add(List<SeatFact> facts) {
        SetWise.write(
                jdbc,
                """
                insert into query.seat_fact
                       (customer_id, position, occurred_at, license_id, kind, day, ends_on, user_id, label, plan, seats,
                        price_per_seat_minor_units, currency)
                select * from unnest(:1::text[], :2::bigint[], :3::timestamptz[], :4::text[], :5::text[], :6::date[],
                                     :7::date[], :8::text[], :9::text[], :10::text[], :11::int[], :12::bigint[],
                                     :13::text[])
                on conflict do nothing
                """,
                facts,
                SeatFact::customerId,
                SeatFact::position,
                SeatFact::occurredAt,
                SeatFact::licenseId,
                fact -> Question.word(fact.kind()),
                SeatFact::day,
                SeatFact::endsOn,
                SeatFact::userId,
                SeatFact::label,
                SeatFact::plan,
                SeatFact::seats,
                SeatFact::pricePerSeatMinorUnits,
                SeatFact::currency);
    }

    /** What was known of a customer at a position; what happened after the day asked about is left out by the fold. */
    CustomerLedger ledger(String customerId, long position) {
        return new CustomerLedger(
                customerId,
                jdbc.sql("""
                        select * from query.seat_fact where customer_id = :customer and position <= :position
                        order by position
                        """)
                        .param("customer", customerId)
                        .param("position", position)
                        .query((row, number) -> fact(row))
                        .list());
    }

    /**
     * Gives the ledgers of all customers in the order of their ids, some at a time: the memory is that of these. To be
     * called in a transaction.
     */
    void eachLedgers(long position, Consumer<List<CustomerLedger>> receiver) {
        var batch = new ArrayList<CustomerLedger>();
        var facts = new ArrayList<SeatFact>();
        jdbc.sql("select * from query.seat_fact where position <= :position order by customer_id, position")
                .param("position", position)
                .withFetchSize(ROWS_AT_A_TIME)
                .query(row -> {
                    var fact = fact(row);
                    if (!facts.isEmpty() && !facts.getFirst().customerId().equals(fact.customerId())) {
                        batch.add(ledger(facts));
                        facts.clear();
                    }
                    if (batch.size() == CUSTOMERS_AT_A_TIME) {
                        receiver.accept(List.copyOf(batch));
                        batch.clear();
                    }
                    facts.add(fact);
                });
        if (!facts.isEmpty()) {
            batch.add(ledger(facts));
            receiver.accept(batch);
        }
    }

    private static CustomerLedger ledger(List<SeatFact> facts) {
        return new CustomerLedger(facts.getFirst().customerId(), List.copyOf(facts));
    }

    private static SeatFact fact(ResultSet row) throws SQLException {
        return new SeatFact(
                row.getString("customer_id"),
                row.getString("license_id"),
                row.getLong("position"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getObject("day", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("user_id"),
                row.getString("label"),
                row.getString("plan"),
                row.getInt("seats"),
                row.getLong("price_per_seat_minor_units"),
                row.getString("currency"));
    }
}
