package tenure.query.seats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseExpired;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatAssigned;
import tenure.domain.license.event.SeatReleased;
import tenure.domain.license.event.SeatsChanged;

/** Events of the customer P-1, which signs up on 2024-01-01. A seat costs 10.00 a month where nothing else is said. */
final class SeatExamples {

    static final String P1 = "P-1";

    private SeatExamples() {}

    static CustomerRegistered registered() {
        return registered(P1);
    }

    static CustomerRegistered registered(String customer) {
        return new CustomerRegistered(customer, "Name of " + customer, day("2024-01-01"), Map.of(), at("2024-01-01"));
    }

    static LicenseSold sold(String license, int seats, String from, String to) {
        return sold(P1, license, seats, 1_000, "EUR", from, to);
    }

    static LicenseSold sold(
            String customer, String license, int seats, long price, String currency, String from, String to) {
        return new LicenseSold(
                license, customer, "crm", "basic", seats, price, currency, day(from), day(to), false, at(from));
    }

    static LicenseRenewed renewed(String license, int seats, String from, String to) {
        return new LicenseRenewed(license, P1, "basic", seats, 1_000, "EUR", day(from), day(to), false, at(from));
    }

    static SeatsChanged seats(String license, int seats, long price, String from) {
        return new SeatsChanged(license, P1, seats, price, day(from), at(from));
    }

    static PlanChanged plan(String license, String plan, long price, String from) {
        return new PlanChanged(license, P1, plan, price, day(from), at(from));
    }

    static LicenseCancelled cancelled(String license, String on) {
        return new LicenseCancelled(license, P1, day(on), at(on));
    }

    static LicenseExpired expired(String license, String on) {
        return new LicenseExpired(license, P1, day(on), at(on));
    }

    static CustomerChurned churned(String on) {
        return new CustomerChurned(P1, day(on), "price", "", at(on));
    }

    static CustomerWonBack wonBack(String on) {
        return new CustomerWonBack(P1, day(on), at(on));
    }

    static SeatAssigned assigned(String license, String user, String on) {
        return new SeatAssigned(license, P1, user, at(on));
    }

    static SeatReleased released(String license, String user, String on) {
        return new SeatReleased(license, P1, user, at(on));
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static Instant at(String day) {
        return day(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
