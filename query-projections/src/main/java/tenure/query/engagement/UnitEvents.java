package tenure.query.engagement;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;

/**
 * A unit with the events that tell of it.
 *
 * @param days  active days until the one from which it is seen, with the events that say so
 * @param known events by which it is known
 */
record UnitEvents(Unit unit, NavigableMap<LocalDate, List<Long>> days, List<Long> known) {

    /** Active days from one to another, both included, with the events that say so. */
    NavigableMap<LocalDate, List<Long>> within(LocalDate first, LocalDate last) {
        return days.subMap(first, true, last, true);
    }

    /** The events of active days from one to another, oldest first. */
    List<Long> positions(LocalDate first, LocalDate last) {
        return within(first, last).values().stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
    }
}
