package tenure.query.seats;

import java.time.LocalDate;
import java.util.NavigableMap;

/** Sums from day to day. */
final class Sums {

    private Sums() {}

    /** Turns changes by day into what there is from each of these days on. */
    static NavigableMap<LocalDate, Long> running(NavigableMap<LocalDate, Long> changes) {
        long sum = 0;
        for (var change : changes.entrySet()) {
            sum += change.getValue();
            change.setValue(sum);
        }
        return changes;
    }
}
