package tenure.query.seats;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.seats.SeatFact.Kind;

/** When a customer left and came back. */
final class Departures {

    private final List<SeatFact> facts;

    /**
     * What is known of it.
     *
     * @param facts those of leaving and coming back, in the order of the log
     */
    Departures(List<SeatFact> facts) {
        this.facts = facts;
    }

    /** Whether the customer is gone on a day. Who leaves again on the day of coming back has left. */
    boolean gone(LocalDate day) {
        var last = last(day);
        return last != null && last.kind() == Kind.CHURNED;
    }

    /** What the last of them on or before a day says; null when the customer never left. */
    @Nullable SeatFact last(LocalDate day) {
        SeatFact last = null;
        for (var fact : facts) {
            if (fact.countsOn(day) && (last == null || !fact.day().isBefore(last.day()))) {
                last = fact;
            }
        }
        return last;
    }

    List<LocalDate> days() {
        return facts.stream().map(SeatFact::since).toList();
    }
}
