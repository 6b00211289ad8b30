package tenure.query.revenue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tenure.query.life.LivesProjection;
import tenure.query.shared.FigureSource;

/** The contracts behind the figures of revenue. */
@Component
class RevenueFigures implements FigureSource {

    private final RevenueReader revenue;
    private final RenewalReader renewals;
    private final CohortReader cohorts;
    private final Set<String> ofRenewals = Set.copyOf(RenewalPart.figures());
    private final Set<String> ofCohorts = Set.of(CohortReader.KEPT, CohortReader.SIZE);
    private final Set<String> all = new HashSet<>(Tally.names());

    RevenueFigures(RevenueReader revenue, RenewalReader renewals, CohortReader cohorts) {
        this.revenue = revenue;
        this.renewals = renewals;
        this.cohorts = cohorts;
        all.addAll(ofRenewals);
        all.addAll(ofCohorts);
    }

    @Override
    public Set<String> projections() {
        return Set.of(LivesProjection.NAME);
    }

    @Override
    public Set<String> figures() {
        return all;
    }

    @Override
    public List<Evidence> evidence(Asked asked) {
        if (ofRenewals.contains(asked.figure())) {
            return renewals.evidence(asked);
        }
        return ofCohorts.contains(asked.figure()) ? cohorts.evidence(asked) : revenue.evidence(asked);
    }
}
