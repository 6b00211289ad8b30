package tenure.query.customers;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import tenure.domain.segment.event.SegmentDefined;
import tenure.query.customers.Contracts.InForce;
import tenure.query.life.LivesProjection;
import tenure.query.shared.AsOf;
import tenure.query.shared.FigureSource;
import tenure.query.shared.FigureSubject;
import tenure.query.shared.Standpoint;

/** The events behind the sums of segments. */
@Component
class SegmentFigures implements FigureSource {

    static final String CUSTOMERS = "segments.customers";
    static final String REVENUE = "segments.revenue";
    static final String AT_RISK = "segments.revenue-at-risk";

    /** What a subject may name: the segment, the currency, the day of its definition when it is not that of the figure. */
    static final String SEGMENT = "segment";

    static final String CURRENCY = "currency";
    static final String DEFINED = "defined";

    private final SegmentMembers members;

    SegmentFigures(SegmentMembers members) {
        this.members = members;
    }

    @Override
    public Set<String> projections() {
        return Set.of(LivesProjection.NAME);
    }

    @Override
    public Set<String> figures() {
        return Set.of(CUSTOMERS, REVENUE, AT_RISK);
    }

    @Override
    public List<Evidence> evidence(Asked asked) {
        var at = asked.at();
        var subject = FigureSubject.of(asked.subject());
        var rows = SegmentMembers.of(segment(subject, at), members.live(at));
        if (asked.figure().equals(CUSTOMERS)) {
            return rows.stream()
                    .map(row -> CustomerFigures.customer(
                            row.customerId(),
                            row.known(),
                            row.digest().departures().last(row.day())))
                    .toList();
        }
        if (asked.figure().equals(AT_RISK)) {
            var risks = members.risks(at);
            rows = rows.stream().filter(row -> risks.isPoor(row.customerId())).toList();
        }
        var currency = Objects.requireNonNullElse(subject.text(CURRENCY), "");
        return CustomerFigures.terms(
                rows.stream().map(CustomerOnDay::digest).toList(),
                SegmentMembers.day(at),
                currency,
                InForce::monthlyMinorUnits);
    }

    private SegmentDefined segment(FigureSubject subject, Standpoint at) {
        var day = Objects.requireNonNullElse(subject.day(DEFINED), at.asOf().day());
        return members.defined(new Standpoint(new AsOf(day), at.position())).stream()
                .filter(segment -> segment.segmentId().equals(subject.text(SEGMENT)))
                .findFirst()
                .orElseThrow(FigureSubject::refusal);
    }
}
