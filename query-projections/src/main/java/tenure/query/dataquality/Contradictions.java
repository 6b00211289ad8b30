package tenure.query.dataquality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tenure.query.dataquality.Claims.Place;
import tenure.query.dataquality.TicketTold.State;

/** Finds where the claims of one life contradict each other. Nothing depends on what came first. */
final class Contradictions {

    private final Claims claims;
    private final Elsewhere elsewhere;
    private final List<Found> found = new ArrayList<>();

    private Contradictions(Claims claims, Elsewhere elsewhere) {
        this.claims = claims;
        this.elsewhere = elsewhere;
    }

    /** Those of a life, in the order in which they are listed. */
    static List<Found> in(Claims claims, Elsewhere elsewhere) {
        var all = new Contradictions(claims, elsewhere);
        claims.used().forEach(all::usage);
        claims.completed().forEach(all::training);
        claims.late().forEach((place, positions) -> all.add(ContradictionKind.RECORDED_LATE, place, positions));
        claims.ahead().forEach((place, positions) -> all.add(ContradictionKind.DATED_IN_THE_FUTURE, place, positions));
        claims.tickets().forEach(all::ticket);
        all.found.sort(Found.ORDER);
        return all.found;
    }

    private void usage(Place place, List<Long> positions) {
        var subject = place.subject();
        if (!subject.isEmpty()
                && !claims.users().contains(subject)
                && !elsewhere.users().contains(subject)) {
            add(ContradictionKind.USAGE_OF_UNKNOWN_USER, place, positions);
        }
        if (claims.isOfNobody()) {
            add(ContradictionKind.USAGE_WITHOUT_CUSTOMER, place, positions);
            return;
        }
        var registeredOn = claims.registeredOn();
        if (registeredOn == null) {
            add(ContradictionKind.USAGE_OF_UNREGISTERED_CUSTOMER, place, positions);
        } else if (place.day().isBefore(registeredOn)) {
            add(ContradictionKind.USAGE_BEFORE_REGISTRATION, place, positions);
        }
        var firstTermOn = claims.firstTermOn();
        if (firstTermOn == null) {
            add(ContradictionKind.USAGE_WITHOUT_LICENSE, place, positions);
        } else if (place.day().isBefore(firstTermOn)) {
            add(ContradictionKind.USAGE_BEFORE_FIRST_TERM, place, positions);
        } else if (!claims.isCovered(place.day())) {
            add(ContradictionKind.USAGE_OUTSIDE_TERMS, place, positions);
        }
        if (claims.isAway(place.day())) {
            add(ContradictionKind.USAGE_AFTER_CHURN, place, positions);
        }
    }

    private void training(Place place, List<Long> positions) {
        if (!claims.trainings().contains(place.subject())
                && !elsewhere.trainings().contains(place.subject())) {
            add(ContradictionKind.TRAINING_WITHOUT_ASSIGNMENT, place, positions);
        }
    }

    private void ticket(String ticketId, List<TicketTold> told) {
        var others = elsewhere.tickets().getOrDefault(ticketId, List.of());
        var all = Stream.concat(told.stream(), others.stream())
                .sorted(TicketTold.ORDER)
                .toList();
        var opened = all.stream().anyMatch(TicketTold::opening);
        var closed = false;
        for (var one : all) {
            // What others tell counts, and is theirs.
            if (told.contains(one)) {
                ticket(one, opened, closed);
            }
            closed = one.state() == State.AS_IT_WAS ? closed : one.state() == State.CLOSED;
        }
    }

    private void ticket(TicketTold one, boolean opened, boolean closed) {
        LocalDate registeredOn = claims.registeredOn();
        if (one.opening() && registeredOn != null && one.day().isBefore(registeredOn)) {
            found.add(one.as(ContradictionKind.TICKET_BEFORE_REGISTRATION));
        }
        if (one.opening() && one.state() == State.CLOSED) {
            found.add(one.as(ContradictionKind.TICKET_BEGINS_CLOSED));
        }
        if (one.change() && closed) {
            found.add(one.as(ContradictionKind.TICKET_CHANGED_AFTER_CLOSING));
        }
        if (!opened) {
            found.add(one.as(ContradictionKind.TICKET_NEVER_OPENED));
        }
    }

    private void add(ContradictionKind kind, Place place, List<Long> positions) {
        found.add(new Found(kind, place.subject(), place.day(), positions));
    }
}
