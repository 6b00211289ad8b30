package tenure.query.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserReactivated;
import tenure.query.life.LifeEvent;

/** Since when a customer and its people are gone: their comings and goings, in the order in which they happened. */
final class Departures {

    private final long[] times;
    /** Of people, by number; -1 for the customer itself. */
    private final int[] persons;

    private final boolean[] left;

    private Departures(List<Move> moves, People people) {
        this.times = moves.stream().mapToLong(Move::at).toArray();
        this.persons = moves.stream()
                .mapToInt(move -> move.userId() == null ? -1 : people.person(move.userId()))
                .toArray();
        this.left = new boolean[times.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = moves.get(i).left();
        }
    }

    /** When the customer left; never when it is there at the end. */
    long ofCustomer(long end) {
        long since = Micros.NEVER;
        for (int i = 0; i < times.length && times[i] < end; i++) {
            since = persons[i] >= 0 ? since : left[i] ? times[i] : Micros.NEVER;
        }
        return since;
    }

    /** When each person left; never when it is there. A person is gone with its customer. */
    long[] ofPeople(int people, long end) {
        var since = new long[people];
        Arrays.fill(since, Micros.NEVER);
        for (int i = 0; i < times.length && times[i] < end; i++) {
            if (persons[i] >= 0) {
                since[persons[i]] = left[i] ? times[i] : Micros.NEVER;
            }
        }
        long customer = ofCustomer(end);
        if (customer != Micros.NEVER) {
            Arrays.setAll(since, person -> Math.min(since[person], customer));
        }
        return since;
    }

    private record Move(long at, @Nullable String userId, boolean left, boolean forEver) {}

    /** Gathers comings and goings, in the order of the log. */
    static final class Gathering {

        private final List<Move> moves = new ArrayList<>();

        /** Takes it when somebody comes or goes. */
        void add(LifeEvent event, People.Gathering people) {
            switch (event.event()) {
                case CustomerChurned churned -> moves.add(new Move(Micros.of(event.occurredAt()), null, true, false));
                case CustomerWonBack back -> moves.add(new Move(Micros.of(event.occurredAt()), null, false, false));
                case UserDeactivated user -> add(event, user.userId(), true, false, people);
                case UserErased user -> add(event, user.userId(), true, true, people);
                case UserReactivated user -> add(event, user.userId(), false, false, people);
                default -> {
                    // Nobody comes or goes.
                }
            }
        }

        private void add(LifeEvent event, String userId, boolean left, boolean forEver, People.Gathering people) {
            people.person(userId);
            moves.add(new Move(Micros.of(event.occurredAt()), userId, left, forEver));
        }

        /** Who was erased does not come back, whatever is told later. */
        Departures departures(People people) {
            moves.sort(Comparator.comparingLong(Move::at));
            var erased = new HashSet<String>();
            moves.removeIf(move -> move.userId() != null
                    && (move.forEver() ? !erased.add(move.userId()) : erased.contains(move.userId())));
            return new Departures(moves, people);
        }
    }
}
