package tenure.domain.license;

import static java.util.stream.Collectors.toSet;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static tenure.domain.license.LicenseRefusal.ALL_SEATS_TAKEN;
import static tenure.domain.license.LicenseRefusal.OUTSIDE_TERM;
import static tenure.domain.license.LicenseRefusal.SEATS_STILL_ASSIGNED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import tenure.domain.license.LicenseCommand.AssignSeat;
import tenure.domain.license.LicenseCommand.ReleaseSeat;
import tenure.domain.license.event.LicenseExpired;
import tenure.domain.license.event.SeatAssigned;
import tenure.domain.license.event.SeatReleased;
import tenure.domain.shared.CommandRefused;
import tenure.domain.user.UserId;

/** Who has the seats of a {@link License}. */
class Seating {

    private final Contract contract;

    /** Since when each user has a seat, in the order of the log. */
    private final SequencedMap<String, Instant> users = new LinkedHashMap<>();

    Seating(Contract contract) {
        this.contract = contract;
    }

    @CommandHandler
    void decide(AssignSeat command) {
        if (users.containsKey(command.userId().value())) {
            return;
        }
        LocalDate day = Contract.dayOf(command.occurredAt());
        OUTSIDE_TERM.refuseWhen(!contract.covers(day) || contract.isCancelledBy(day));
        ALL_SEATS_TAKEN.refuseWhen(users.size() >= contract.leastSeatsFrom(day));

        apply(new SeatAssigned(
                contract.licenseId(), contract.customerId(), command.userId().value(), command.occurredAt()));
    }

    @CommandHandler
    void decide(ReleaseSeat command) {
        release(List.of(command.userId()), command.occurredAt());
    }

    /** Frees the seats of those who have one. */
    void release(List<UserId> leaving, Instant at) {
        leaving.stream()
                .map(UserId::value)
                .distinct()
                .filter(users::containsKey)
                .forEach(user -> apply(new SeatReleased(contract.licenseId(), contract.customerId(), user, at)));
    }

    /**
     * Refuses fewer seats than will be taken.
     *
     * @param leaving who gives the seat back before
     * @param until   first day after those that the seats are for; who got a seat then does not need one of these
     */
    void mustFitInto(int seats, List<UserId> leaving, LocalDate until) {
        Set<String> released = leaving.stream().map(UserId::value).collect(toSet());
        List<String> staying = users.entrySet().stream()
                .filter(seat -> !released.contains(seat.getKey()))
                .filter(seat -> Contract.dayOf(seat.getValue()).isBefore(until))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList()
                .reversed();
        int tooMany = staying.size() - seats;
        if (tooMany > 0) {
            throw new CommandRefused(
                    SEATS_STILL_ASSIGNED,
                    "Too few seats by %d for the users who have one; name at least as many of them in release."
                            .formatted(tooMany),
                    staying.subList(0, Math.min(staying.size(), LicenseCommand.MOST_RELEASED)));
        }
    }

    @EventSourcingHandler
    void evolve(SeatAssigned event) {
        users.put(event.userId(), event.occurredAt());
    }

    @EventSourcingHandler
    void evolve(SeatReleased event) {
        users.remove(event.userId());
    }

    @EventSourcingHandler
    void evolve(LicenseExpired event) {
        users.clear();
    }
}
