package tenure.query.dataquality;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What other lives know of those that this one names. Facts may come before what they are about, and then they name another
 * customer than that, or none.
 *
 * @param users     who was invited
 * @param trainings that were assigned, as 'user course'
 * @param tickets   what is told of tickets
 */
record Elsewhere(Set<String> users, Set<String> trainings, Map<String, List<TicketTold>> tickets) {

    /** Nothing, which is the usual case. */
    static final Elsewhere NOTHING = new Elsewhere(Set.of(), Set.of(), Map.of());
}
