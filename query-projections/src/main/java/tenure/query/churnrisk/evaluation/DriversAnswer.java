package tenure.query.churnrisk.evaluation;

import java.time.LocalDate;
import java.util.List;
import tenure.query.churnrisk.statistics.drivers.Drivers;
import tenure.query.churnrisk.statistics.drivers.InterventionEffect;

/**
 * What goes with loss, beside the reasons that customers gave.
 *
 * @param horizonDays   a loss within so many days after a month end counts
 * @param drivers       signals in clusters, each with its curve over tenths; association, not cause
 * @param reasons       coded reasons of losses and exit interviews, the most frequent first
 * @param interventions how customers fared that were worked on, against like ones that were not
 */
public record DriversAnswer(
        LocalDate asOf,
        long position,
        int horizonDays,
        int rows,
        int customers,
        int lostCustomers,
        Drivers drivers,
        List<Reason> reasons,
        InterventionEffect interventions) {

    /**
     * A reason.
     *
     * @param churned     losses with this reason
     * @param interviewed exit interviews that name it, first or further
     * @param positions   events that say so, newest first; 50 at most
     */
    public record Reason(String code, int churned, int interviewed, List<Long> positions) {}
}
