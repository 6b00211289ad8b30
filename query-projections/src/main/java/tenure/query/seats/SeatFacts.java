package tenure.query.seats;

import static tenure.query.seats.SeatFact.Kind.ASSIGNED;
import static tenure.query.seats.SeatFact.Kind.CANCELLED;
import static tenure.query.seats.SeatFact.Kind.CHURNED;
import static tenure.query.seats.SeatFact.Kind.EXPIRED;
import static tenure.query.seats.SeatFact.Kind.NOTICE_GIVEN;
import static tenure.query.seats.SeatFact.Kind.NOTICE_WITHDRAWN;
import static tenure.query.seats.SeatFact.Kind.PLAN_CHANGED;
import static tenure.query.seats.SeatFact.Kind.REGISTERED;
import static tenure.query.seats.SeatFact.Kind.RELEASED;
import static tenure.query.seats.SeatFact.Kind.RENAMED;
import static tenure.query.seats.SeatFact.Kind.RENEWED;
import static tenure.query.seats.SeatFact.Kind.SEATS_CHANGED;
import static tenure.query.seats.SeatFact.Kind.SOLD;
import static tenure.query.seats.SeatFact.Kind.WON_BACK;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseExpired;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.NoticeGiven;
import tenure.domain.license.event.NoticeWithdrawn;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatAssigned;
import tenure.domain.license.event.SeatReleased;
import tenure.domain.license.event.SeatsChanged;
import tenure.query.life.LifeEvent;
import tenure.query.seats.SeatFact.Kind;

/** Tells what is agreed on seats, and who has them. */
final class SeatFacts {

    private static final String OF_THE_CUSTOMER = "";

    private SeatFacts() {}

    /** What an event says of seats; null when it says nothing of them. */
    static @Nullable SeatFact of(LifeEvent at) {
        return switch (at.event()) {
            case CustomerRegistered event -> ofCustomer(at, REGISTERED, event.registeredOn(), event.name());
            case ProfileChanged event -> event.name() == null ? null : ofCustomer(at, RENAMED, dayOf(at), event.name());
            case CustomerChurned event -> ofCustomer(at, CHURNED, event.churnedOn(), null);
            case CustomerWonBack event -> ofCustomer(at, WON_BACK, event.wonBackOn(), null);
            case LicenseSold event ->
                new SeatFact(
                        event.licenseId(),
                        at.position(),
                        at.occurredAt(),
                        SOLD,
                        event.startsOn(),
                        event.endsOn(),
                        null,
                        event.product(),
                        event.plan(),
                        event.seats(),
                        event.pricePerSeatMinorUnits(),
                        event.currency());
            case LicenseRenewed event ->
                new SeatFact(
                        event.licenseId(),
                        at.position(),
                        at.occurredAt(),
                        RENEWED,
                        event.startsOn(),
                        event.endsOn(),
                        null,
                        null,
                        event.plan(),
                        event.seats(),
                        event.pricePerSeatMinorUnits(),
                        event.currency());
            case SeatsChanged event ->
                change(
                        at,
                        SEATS_CHANGED,
                        event.licenseId(),
                        event.effectiveOn(),
                        null,
                        event.seats(),
                        event.pricePerSeatMinorUnits());
            case PlanChanged event ->
                change(
                        at,
                        PLAN_CHANGED,
                        event.licenseId(),
                        event.effectiveOn(),
                        event.plan(),
                        0,
                        event.pricePerSeatMinorUnits());
            case LicenseCancelled event -> ofLicense(at, CANCELLED, event.licenseId(), event.effectiveOn());
            case LicenseExpired event -> ofLicense(at, EXPIRED, event.licenseId(), event.expiredOn());
            case NoticeGiven event -> ofLicense(at, NOTICE_GIVEN, event.licenseId(), dayOf(at));
            case NoticeWithdrawn event -> ofLicense(at, NOTICE_WITHDRAWN, event.licenseId(), dayOf(at));
            case SeatAssigned event -> ofSeat(at, ASSIGNED, event.licenseId(), event.userId());
            case SeatReleased event -> ofSeat(at, RELEASED, event.licenseId(), event.userId());
            default -> null;
        };
    }

    private static LocalDate dayOf(LifeEvent at) {
        return SeatFact.dayOf(at.occurredAt());
    }

    private static SeatFact ofCustomer(LifeEvent at, Kind kind, LocalDate day, @Nullable String name) {
        return fact(at, OF_THE_CUSTOMER, kind, day, null, name);
    }

    private static SeatFact ofLicense(LifeEvent at, Kind kind, String licenseId, LocalDate day) {
        return fact(at, licenseId, kind, day, null, null);
    }

    private static SeatFact ofSeat(LifeEvent at, Kind kind, String licenseId, String userId) {
        return fact(at, licenseId, kind, dayOf(at), userId, null);
    }

    private static SeatFact fact(
            LifeEvent at, String licenseId, Kind kind, LocalDate day, @Nullable String userId, @Nullable String label) {
        return new SeatFact(
                licenseId, at.position(), at.occurredAt(), kind, day, null, userId, label, null, 0, 0, null);
    }

    private static SeatFact change(
            LifeEvent at, Kind kind, String licenseId, LocalDate day, @Nullable String plan, int seats, long price) {
        return new SeatFact(
                licenseId, at.position(), at.occurredAt(), kind, day, null, null, null, plan, seats, price, null);
    }
}
