package tenure.query.seats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import tenure.query.people.UseOfDay;

/** When something was done within so many days: from a day on which it was until so many days later. */
final class WindowOfDays {

    /** Opens, closes, opens again …, never on the day on which it closed. */
    private final List<LocalDate> turns;

    private WindowOfDays(List<LocalDate> turns) {
        this.turns = turns;
    }

    /**
     * A window that looks back.
     *
     * @param length days that it looks back, the day itself included
     * @param uses   by day, oldest first
     */
    static WindowOfDays of(int length, Stream<UseOfDay> uses) {
        var turns = new ArrayList<LocalDate>();
        uses.forEach(use -> {
            var closes = use.day().plusDays(length);
            if (turns.isEmpty() || turns.getLast().isBefore(use.day())) {
                turns.add(use.day());
                turns.add(closes);
            } else {
                turns.set(turns.size() - 1, closes);
            }
        });
        return new WindowOfDays(List.copyOf(turns));
    }

    boolean isOpen(LocalDate day) {
        int found = Collections.binarySearch(turns, day);
        int begun = found >= 0 ? found + 1 : -found - 1;
        return begun % 2 == 1;
    }

    List<LocalDate> turns() {
        return turns;
    }
}
