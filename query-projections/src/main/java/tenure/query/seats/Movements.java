package tenure.query.seats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import tenure.query.seats.SeatMovement.MovementKind;
import tenure.query.seats.Seating.Seat;

/** Tells from day to day why the seats of a customer are not as many as before. */
final class Movements {

    private static final Comparator<SeatMovement> ORDER = Comparator.comparing(SeatMovement::on)
            .thenComparing(SeatMovement::licenseId)
            .thenComparingLong(Movements::lastPosition)
            .thenComparing(SeatMovement::kind);

    private final Departures departures;
    private final List<SeatMovement> found = new ArrayList<>();

    private Movements(Departures departures) {
        this.departures = departures;
    }

    /** All that happened in {@code [from, to)}, oldest first. */
    static List<SeatMovement> between(CustomerLedger ledger, LocalDate from, LocalDate to) {
        var movements = new Movements(ledger.departures());
        for (var license : ledger.licenses()) {
            movements.add(license);
        }
        return movements.found.stream()
                .filter(movement ->
                        !movement.on().isBefore(from) && movement.on().isBefore(to))
                .sorted(ORDER)
                .toList();
    }

    private void add(LicenseLedger license) {
        var states = license.states();
        var held = license.seating().counts();
        Optional<InForce> before = Optional.empty();
        boolean begun = false;
        for (var change : states.entrySet()) {
            var day = change.getKey();
            var state = change.getValue();
            if (state.isPresent() && before.isPresent()) {
                within(license, day, before.get(), state.get());
            } else if (state.isPresent()) {
                var kind = !begun ? MovementKind.SOLD : came(day);
                found.add(movement(license, day, kind, state.get().seats(), heldBefore(held, day), positions(state)));
                begun = true;
            } else if (before.isPresent()) {
                found.add(end(license, day, before.get(), heldBefore(held, day)));
            }
            before = state;
        }
        license.seating().seats().forEach(seat -> add(license, states, seat));
    }

    private MovementKind came(LocalDate day) {
        return departures.gone(day.minusDays(1)) ? MovementKind.WON_BACK : MovementKind.RENEWED;
    }

    private void within(LicenseLedger license, LocalDate day, InForce before, InForce now) {
        long more = now.seats() - before.seats();
        if (!now.startsOn().equals(before.startsOn())) {
            found.add(movement(license, day, MovementKind.RENEWED, more, 0, now.positions()));
        } else if (more != 0) {
            var kind = more > 0 ? MovementKind.EXPANDED : MovementKind.CONTRACTED;
            found.add(movement(license, day, kind, more, 0, now.positions()));
        } else if (!now.plan().equals(before.plan()) || now.pricePerSeat() != before.pricePerSeat()) {
            found.add(movement(license, day, MovementKind.REPRICED, 0, 0, now.positions()));
        }
    }

    private SeatMovement end(LicenseLedger license, LocalDate day, InForce before, long held) {
        var departure = departures.last(day);
        var cancellation = license.cancellation(day);
        if (cancellation != null) {
            return movement(
                    license, day, MovementKind.CANCELLED, -before.seats(), -held, List.of(cancellation.position()));
        }
        if (departure != null && departures.gone(day)) {
            return movement(license, day, MovementKind.CHURNED, -before.seats(), -held, List.of(departure.position()));
        }
        return movement(license, day, MovementKind.EXPIRED, -before.seats(), -held, before.positions());
    }

    /** Only while the license is in force: seats that somebody has are counted with those that come and go with it. */
    private void add(LicenseLedger license, NavigableMap<LocalDate, Optional<InForce>> states, Seat seat) {
        if (isInForce(states, seat.from())) {
            found.add(new SeatMovement(
                    seat.from(),
                    license.licenseId(),
                    seat.before() == null ? MovementKind.ASSIGNED : MovementKind.REASSIGNED,
                    0,
                    1,
                    seat.userId(),
                    seat.before(),
                    List.of(seat.assignedAt())));
        }
        var to = seat.to();
        if (to != null && seat.endedAt() != null && isInForce(states, to)) {
            found.add(new SeatMovement(
                    to,
                    license.licenseId(),
                    MovementKind.RELEASED,
                    0,
                    -1,
                    seat.userId(),
                    null,
                    List.of(seat.endedAt())));
        }
    }

    private static long lastPosition(SeatMovement movement) {
        return movement.positions().isEmpty() ? 0 : movement.positions().getLast();
    }

    private static boolean isInForce(NavigableMap<LocalDate, Optional<InForce>> states, LocalDate day) {
        var state = states.floorEntry(day);
        return state != null && state.getValue().isPresent();
    }

    private static long heldBefore(NavigableMap<LocalDate, Long> held, LocalDate day) {
        var count = held.lowerEntry(day);
        return count == null ? 0 : count.getValue();
    }

    private static List<Long> positions(Optional<InForce> state) {
        return state.map(InForce::positions).orElse(List.of());
    }

    private static SeatMovement movement(
            LicenseLedger license, LocalDate day, MovementKind kind, long sold, long assigned, List<Long> positions) {
        return new SeatMovement(day, license.licenseId(), kind, sold, assigned, null, null, positions);
    }
}
