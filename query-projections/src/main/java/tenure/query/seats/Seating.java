package tenure.query.seats;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who has the seats of a license, and from when to when. A release gives back the seat that the log had assigned before
 * it, whatever day it names: one that is dated before the assignment means that the seat was never had. Seats that are
 * not given back end when the license expires.
 */
final class Seating {

    private final List<Seat> seats;
    private final @Nullable LocalDate firstAssignedOn;

    /**
     * A seat while one user has it.
     *
     * @param from       first day at whose end the user has it
     * @param to         first day at whose end the user has it no more; null when it was not given back
     * @param before     who gave the seat back before; null when it was free from the start
     * @param assignedAt position of the assignment
     * @param endedAt    position of what ended it; null when nothing did
     */
    record Seat(
            String userId,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String before,
            long assignedAt,
            @Nullable Long endedAt) {

        boolean isHeldOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || to.isAfter(day));
        }

        /** What is left of it when the same user has a seat already until a day; null when nothing is. */
        @Nullable Seat after(LocalDate day) {
            var first = from.isBefore(day) ? day : from;
            return to == null || to.isAfter(first) ? new Seat(userId, first, to, before, assignedAt, endedAt) : null;
        }
    }

    /**
     * The seats of one license.
     *
     * @param facts of this license, in the order of the log
     */
    Seating(List<SeatFact> facts) {
        var told = new ArrayList<Seat>();
        var open = new LinkedHashMap<String, Open>();
        var free = new ArrayDeque<String>();
        for (var fact : facts) {
            switch (fact.kind()) {
                case ASSIGNED -> {
                    var user = user(fact);
                    if (!open.containsKey(user)) {
                        open.put(user, new Open(fact, free.poll()));
                    }
                }
                case RELEASED -> {
                    var held = open.remove(user(fact));
                    if (held != null) {
                        told.add(held.until(fact));
                        free.add(user(fact));
                    }
                }
                case EXPIRED -> {
                    open.values().forEach(held -> told.add(held.until(fact)));
                    open.clear();
                    free.clear();
                }
                default -> {
                    // Says nothing of who has a seat.
                }
            }
        }
        open.values().forEach(held -> told.add(held.until(null)));
        seats = had(told);
        firstAssignedOn =
                told.stream().map(Seat::from).min(LocalDate::compareTo).orElse(null);
    }

    /** The seats that were had at the end of any day; a user has one at a time, whatever days were told. */
    private static List<Seat> had(List<Seat> told) {
        var had = new ArrayList<Seat>();
        var until = new HashMap<String, LocalDate>();
        told.stream()
                .sorted(Comparator.comparing(Seat::from).thenComparingLong(Seat::assignedAt))
                .forEach(seat -> {
                    var left = seat.after(until.getOrDefault(seat.userId(), LocalDate.MIN));
                    if (left != null) {
                        had.add(left);
                        until.put(left.userId(), left.to() == null ? LocalDate.MAX : left.to());
                    }
                });
        return had;
    }

    private record Open(SeatFact assigned, @Nullable String before) {

        Seat until(@Nullable SeatFact end) {
            var user = user(assigned);
            return new Seat(
                    user,
                    assigned.since(),
                    end == null ? null : end.since(),
                    user.equals(before) ? null : before,
                    assigned.position(),
                    end == null ? null : end.position());
        }
    }

    private static String user(SeatFact fact) {
        if (fact.userId() == null) {
            throw new IllegalArgumentException("Names no user: " + fact);
        }
        return fact.userId();
    }

    /** Every time that a user had a seat, by the first day. */
    List<Seat> seats() {
        return seats;
    }

    /** The first day on which a seat was assigned, even if it was taken back at once; null when none ever was. */
    @Nullable LocalDate firstAssignedOn() {
        return firstAssignedOn;
    }

    /** Seats that somebody has at the end of a day, if the license gives any. */
    List<Seat> heldOn(LocalDate day) {
        return seats.stream().filter(seat -> seat.isHeldOn(day)).toList();
    }

    /** How many seats somebody has, by the first day on which it is that many. */
    NavigableMap<LocalDate, Long> counts() {
        var changes = new TreeMap<LocalDate, Long>();
        for (var seat : seats) {
            changes.merge(seat.from(), 1L, Long::sum);
            if (seat.to() != null) {
                changes.merge(seat.to(), -1L, Long::sum);
            }
        }
        return Sums.running(changes);
    }
}
