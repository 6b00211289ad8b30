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

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
import tenure.query.projection.Projection;
import tenure.query.seats.SeatFact.Kind;

/** Keeps what is agreed on seats and who has them, a row an event. */
@Component
class SeatsProjection implements Projection {

    static final String NAME = "seats";

    private static final String OF_THE_CUSTOMER = "";

    private final SeatsTable table;

    SeatsProjection(SeatsTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of("seat_fact");
    }

    @Override
    public Collection<Class<?>> events() {
        return List.of(
                CustomerRegistered.class,
                ProfileChanged.class,
                CustomerChurned.class,
                CustomerWonBack.class,
                LicenseSold.class,
                LicenseRenewed.class,
                SeatsChanged.class,
                PlanChanged.class,
                LicenseCancelled.class,
                LicenseExpired.class,
                NoticeGiven.class,
                NoticeWithdrawn.class,
                SeatAssigned.class,
                SeatReleased.class);
    }

    @Override
    public void apply(List<Happening> page) {
        var facts = new ArrayList<SeatFact>(page.size());
        for (var happening : page) {
            var fact = fact(happening.event(), happening.position());
            if (fact != null) {
                facts.add(fact);
            }
        }
        table.add(facts);
    }

    /** What an event says of seats; null when it says nothing of them. */
    static @Nullable SeatFact fact(Object happened, long position) {
        return switch (happened) {
            case CustomerRegistered event ->
                ofCustomer(
                        event.customerId(),
                        position,
                        event.occurredAt(),
                        REGISTERED,
                        event.registeredOn(),
                        event.name());
            case ProfileChanged event ->
                event.name() == null
                        ? null
                        : ofCustomer(
                                event.customerId(),
                                position,
                                event.occurredAt(),
                                RENAMED,
                                SeatFact.dayOf(event.occurredAt()),
                                event.name());
            case CustomerChurned event ->
                ofCustomer(event.customerId(), position, event.occurredAt(), CHURNED, event.churnedOn(), null);
            case CustomerWonBack event ->
                ofCustomer(event.customerId(), position, event.occurredAt(), WON_BACK, event.wonBackOn(), null);
            case LicenseSold event ->
                new SeatFact(
                        event.customerId(),
                        event.licenseId(),
                        position,
                        event.occurredAt(),
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
                        event.customerId(),
                        event.licenseId(),
                        position,
                        event.occurredAt(),
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
                new SeatFact(
                        event.customerId(),
                        event.licenseId(),
                        position,
                        event.occurredAt(),
                        SEATS_CHANGED,
                        event.effectiveOn(),
                        null,
                        null,
                        null,
                        null,
                        event.seats(),
                        event.pricePerSeatMinorUnits(),
                        null);
            case PlanChanged event ->
                new SeatFact(
                        event.customerId(),
                        event.licenseId(),
                        position,
                        event.occurredAt(),
                        PLAN_CHANGED,
                        event.effectiveOn(),
                        null,
                        null,
                        null,
                        event.plan(),
                        0,
                        event.pricePerSeatMinorUnits(),
                        null);
            case LicenseCancelled event ->
                ofLicense(
                        event.customerId(),
                        event.licenseId(),
                        position,
                        event.occurredAt(),
                        CANCELLED,
                        event.effectiveOn());
            case LicenseExpired event ->
                ofLicense(
                        event.customerId(),
                        event.licenseId(),
                        position,
                        event.occurredAt(),
                        EXPIRED,
                        event.expiredOn());
            case NoticeGiven event ->
                ofLicense(
                        event.customerId(),
                        event.licenseId(),
                        position,
                        event.occurredAt(),
                        NOTICE_GIVEN,
                        SeatFact.dayOf(event.occurredAt()));
            case NoticeWithdrawn event ->
                ofLicense(
                        event.customerId(),
                        event.licenseId(),
                        position,
                        event.occurredAt(),
                        NOTICE_WITHDRAWN,
                        SeatFact.dayOf(event.occurredAt()));
            case SeatAssigned event ->
                ofSeat(event.customerId(), event.licenseId(), position, event.occurredAt(), ASSIGNED, event.userId());
            case SeatReleased event ->
                ofSeat(event.customerId(), event.licenseId(), position, event.occurredAt(), RELEASED, event.userId());
            default -> throw new IllegalArgumentException("Not asked for: " + happened);
        };
    }

    private static SeatFact ofCustomer(
            String customerId, long position, Instant occurredAt, Kind kind, LocalDate day, @Nullable String name) {
        return new SeatFact(
                customerId, OF_THE_CUSTOMER, position, occurredAt, kind, day, null, null, name, null, 0, 0, null);
    }

    private static SeatFact ofLicense(
            String customerId, String licenseId, long position, Instant occurredAt, Kind kind, LocalDate day) {
        return new SeatFact(customerId, licenseId, position, occurredAt, kind, day, null, null, null, null, 0, 0, null);
    }

    private static SeatFact ofSeat(
            String customerId, String licenseId, long position, Instant occurredAt, Kind kind, String userId) {
        return new SeatFact(
                customerId,
                licenseId,
                position,
                occurredAt,
                kind,
                SeatFact.dayOf(occurredAt),
                null,
                userId,
                null,
                null,
                0,
                0,
                null);
    }
}
