package tenure.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerWonBack;

/**
 * Days on which a customer was away.
 *
 * @param from first day without service
 * @param to   the day on which it was won back; null when it was not
 */
record Absence(LocalDate from, @Nullable LocalDate to) {

    /** Those that the events of a customer tell of, in their order. */
    static List<Absence> in(List<?> events) {
        List<Absence> absences = new ArrayList<>();
        for (Object event : events) {
            if (event instanceof CustomerChurned churned) {
                absences.add(new Absence(churned.churnedOn(), null));
            } else if (event instanceof CustomerWonBack back && !absences.isEmpty()) {
                absences.add(new Absence(absences.removeLast().from(), back.wonBackOn()));
            }
        }
        return absences;
    }

    boolean isOver() {
        return to != null;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
