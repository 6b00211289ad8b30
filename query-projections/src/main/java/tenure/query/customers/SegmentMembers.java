package tenure.query.customers;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tenure.domain.segment.event.SegmentDefined;
import tenure.query.shared.CustomerRisks;
import tenure.query.shared.Standpoint;

/** Who belongs to a segment, and whose health is of the worst. To be used within one transaction. */
@Component
class SegmentMembers {

    private final Portfolios portfolios;
    private final ObjectProvider<CustomerRisks> risks;

    SegmentMembers(Portfolios portfolios, ObjectProvider<CustomerRisks> risks) {
        this.portfolios = portfolios;
        this.risks = risks;
    }

    /** The segments as they were defined by then. */
    List<SegmentDefined> defined(Standpoint at) {
        return portfolios.catalogue(at).segmentsOn(day(at));
    }

    /** All live customers. */
    List<CustomerOnDay> live(Standpoint at) {
        return portfolios.on(at).rows().stream()
                .filter(row -> row.churn() == null)
                .toList();
    }

    /** Those that belong to a segment. */
    static List<CustomerOnDay> of(SegmentDefined segment, List<CustomerOnDay> customers) {
        return customers.stream()
                .filter(row -> SegmentFilter.takes(segment, row))
                .toList();
    }

    /** What is known of risk; of nobody where nothing computes it. */
    CustomerRisks.Known risks(Standpoint at) {
        var view = risks.getIfAvailable();
        return view == null ? new CustomerRisks.Known(at.position(), "", Map.of()) : view.at(at);
    }

    static int day(Standpoint at) {
        return Days.of(at.asOf().day());
    }
}
