package tenure.query.customers;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatsChanged;
import tools.jackson.databind.json.JsonMapper;

/** The statements that write customers and terms. Each may be repeated, and come in any order. */
@Repository
class CustomersTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CustomersTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void registered(CustomerRegistered event) {
        jdbc.sql("""
                insert into query.customer (customer_id, name, registered_on, profile)
                values (:id, :name, :registeredOn, :profile::jsonb)
                on conflict (customer_id) do update
                set name = excluded.name, registered_on = excluded.registered_on, profile = excluded.profile
                """)
                .param("id", event.customerId())
                .param("name", event.name())
                .param("registeredOn", event.registeredOn())
                .param("profile", json.writeValueAsString(event.profile()))
                .update();
    }

    void profileChanged(ProfileChanged event) {
        jdbc.sql("""
                update query.customer
                set name = coalesce(:name, name), profile = (profile || :profile::jsonb) - :removed::text[]
                where customer_id = :id
                """)
                .param("id", event.customerId())
                .param("name", event.name())
                .param("profile", json.writeValueAsString(event.profile()))
                .param("removed", event.removed().toArray(String[]::new))
                .update();
    }

    void wonBack(CustomerWonBack event) {
        jdbc.sql("""
                update query.departure set won_back_on = :wonBackOn
                where customer_id = :id
                  and churned_on = (select max(churned_on) from query.departure
                                    where customer_id = :id and churned_on <= :wonBackOn)
                """)
                .param("id", event.customerId())
                .param("wonBackOn", event.wonBackOn())
                .update();
    }

    void planChanged(PlanChanged event, long position) {
        jdbc.sql("""
                insert into query.plan_change
                    (license_id, effective_on, plan, price_per_seat_minor_units, position)
                values (:id, :effectiveOn, :plan, :price, :position)
                on conflict (license_id, effective_on) do update
                set plan = excluded.plan, price_per_seat_minor_units = excluded.price_per_seat_minor_units,
                    position = excluded.position
                where plan_change.position <= excluded.position
                """)
                .param("id", event.licenseId())
                .param("effectiveOn", event.effectiveOn())
                .param("plan", event.plan())
                .param("price", event.pricePerSeatMinorUnits())
                .param("position", position)
                .update();
    }

    void churned(CustomerChurned event, long position) {
        jdbc.sql("""
                insert into query.departure (customer_id, churned_on, reason_code, reason_text, position)
                values (:id, :churnedOn, :reasonCode, :reasonText, :position)
                on conflict (customer_id, churned_on) do update
                set reason_code = excluded.reason_code, reason_text = excluded.reason_text, won_back_on = null,
                    position = excluded.position
                where departure.position < excluded.position
                """)
                .param("position", position)
                .param("id", event.customerId())
                .param("churnedOn", event.churnedOn())
                .param("reasonCode", event.reasonCode())
                .param("reasonText", event.reasonText())
                .update();
    }

    void sold(String licenseId, String customerId, String product) {
        jdbc.sql("""
                insert into query.license (license_id, customer_id, product) values (?, ?, ?)
                on conflict (license_id) do update set product = excluded.product
                """).params(List.of(licenseId, customerId, product)).update();
    }

    void renewed(String licenseId, String customerId) {
        jdbc.sql("insert into query.license (license_id, customer_id) values (?, ?) on conflict do nothing")
                .params(List.of(licenseId, customerId))
                .update();
    }

    void cancelled(String licenseId, String customerId, LocalDate effectiveOn) {
        jdbc.sql("""
                insert into query.license (license_id, customer_id, cancelled_on) values (?, ?, ?)
                on conflict (license_id) do update set cancelled_on = excluded.cancelled_on
                """).params(List.of(licenseId, customerId, effectiveOn)).update();
    }

    /** A term as it was sold. */
    record Term(
            String licenseId,
            String customerId,
            LocalDate startsOn,
            LocalDate endsOn,
            String plan,
            int seats,
            long pricePerSeatMinorUnits,
            String currency,
            boolean autoRenew) {

        static Term of(LicenseSold event) {
            return new Term(
                    event.licenseId(),
                    event.customerId(),
                    event.startsOn(),
                    event.endsOn(),
                    event.plan(),
                    event.seats(),
                    event.pricePerSeatMinorUnits(),
                    event.currency(),
                    event.autoRenew());
        }

        static Term of(LicenseRenewed event) {
            return new Term(
                    event.licenseId(),
                    event.customerId(),
                    event.startsOn(),
                    event.endsOn(),
                    event.plan(),
                    event.seats(),
                    event.pricePerSeatMinorUnits(),
                    event.currency(),
                    event.autoRenew());
        }
    }

    void terms(List<Term> terms) {
        if (terms.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into query.term (license_id, starts_on, customer_id, ends_on, plan, seats,
                                        price_per_seat_minor_units, currency, auto_renew)
                select * from unnest(:licenses::text[], :starts::date[], :customers::text[], :ends::date[],
                                     :plans::text[], :seats::int[], :prices::bigint[], :currencies::text[],
                                     :autoRenewals::boolean[])
                on conflict (license_id, starts_on) do nothing
                """)
                .param("licenses", terms.stream().map(Term::licenseId).toArray(String[]::new))
                .param(
                        "starts",
                        terms.stream().map(term -> term.startsOn().toString()).toArray(String[]::new))
                .param("customers", terms.stream().map(Term::customerId).toArray(String[]::new))
                .param(
                        "ends",
                        terms.stream().map(term -> term.endsOn().toString()).toArray(String[]::new))
                .param("plans", terms.stream().map(Term::plan).toArray(String[]::new))
                .param("seats", terms.stream().map(Term::seats).toArray(Integer[]::new))
                .param(
                        "prices",
                        terms.stream().map(Term::pricePerSeatMinorUnits).toArray(Long[]::new))
                .param("currencies", terms.stream().map(Term::currency).toArray(String[]::new))
                .param("autoRenewals", terms.stream().map(Term::autoRenew).toArray(Boolean[]::new))
                .update();
    }

    /** Seats and price from a day on, within a term. */
    record Seats(String licenseId, LocalDate effectiveOn, int seats, long pricePerSeatMinorUnits, long position) {

        static Seats of(SeatsChanged event, long position) {
            return new Seats(
                    event.licenseId(), event.effectiveOn(), event.seats(), event.pricePerSeatMinorUnits(), position);
        }
    }

    void seatsChanged(Seats change) {
        jdbc.sql("""
                insert into query.seat_change as known (license_id, effective_on, seats, price_per_seat_minor_units, position)
                values (:licenseId, :effectiveOn, :seats, :price, :position)
                on conflict (license_id, effective_on) do update
                set seats = excluded.seats, price_per_seat_minor_units = excluded.price_per_seat_minor_units,
                    position = excluded.position
                where known.position < excluded.position
                """)
                .param("licenseId", change.licenseId())
                .param("effectiveOn", change.effectiveOn())
                .param("seats", change.seats())
                .param("price", change.pricePerSeatMinorUnits())
                .param("position", change.position())
                .update();
    }
}
