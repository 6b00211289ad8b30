package tenure.query.customers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a customer left and came back. */
final class Departures {

    private final List<Told> told;

    /**
     * Takes what was told.
     *
     * @param told in the order of the log
     */
    Departures(List<Told> told) {
        this.told = List.copyOf(told);
    }

    /**
     * That it left, or came back.
     *
     * @param since first day on which it counts: that of which it tells, or on which it was told if that is later
     * @param day   first day without service, or with service again
     */
    record Told(boolean left, long position, int since, int day, String reasonCode, String reasonText) {}

    /** Whether the customer is gone on a day. Who leaves again on the day of coming back has left. */
    boolean gone(int day) {
        var last = last(day);
        return last != null && last.left();
    }

    /** What the last of them on or before a day says; null when the customer never left. */
    @Nullable Told last(int day) {
        Told last = null;
        for (var fact : told) {
            if (fact.since() <= day && (last == null || fact.day() >= last.day())) {
                last = fact;
            }
        }
        return last;
    }

    /** All that count on a day, by the days of which they tell; of the same day, in the order of the log. */
    List<Told> until(int day) {
        var until = new ArrayList<Told>();
        for (var fact : told) {
            if (fact.since() <= day) {
                until.add(fact);
            }
        }
        until.sort((one, other) -> Integer.compare(one.day(), other.day()));
        return until;
    }

    List<Integer> days() {
        return told.stream().map(Told::since).toList();
    }
}
