package tenure.query.customers;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tenure.domain.segment.event.SegmentDefined;
import tenure.query.customers.SegmentList.MoneyFigure;
import tenure.query.customers.SegmentList.SegmentRow;
import tenure.query.shared.AsOf;
import tenure.query.shared.CustomerRisks;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSubject;
import tenure.query.shared.Question;
import tenure.query.shared.Standpoint;

/** Sums what is known of the customers of each segment. To be used within one transaction. */
@Component
class SegmentSums {

    private static final int DAYS_BEFORE = 30;

    private final SegmentMembers members;

    SegmentSums(SegmentMembers members) {
        this.members = members;
    }

    /**
     * A page of the segments, by name.
     *
     * @param after how many came before
     */
    SegmentList list(long after, int limit, Standpoint at) {
        var defined = members.defined(at);
        var risks = members.risks(at);
        var earlier = new Standpoint(new AsOf(at.asOf().day().minusDays(DAYS_BEFORE)), at.position());
        var now = members.live(at);
        var before = members.live(earlier);
        var page = defined.stream()
                .sorted(Comparator.comparing(SegmentDefined::name).thenComparing(SegmentDefined::segmentId))
                .skip(after)
                .limit(limit)
                .map(segment -> row(
                        segment,
                        SegmentMembers.of(segment, now),
                        at,
                        SegmentMembers.of(segment, before),
                        earlier,
                        risks))
                .toList();
        long end = after + page.size();
        return new SegmentList(
                at.asOf().day(),
                at.position(),
                risks.position(),
                defined.size(),
                end < defined.size() ? Question.cursorAfter(end) : null,
                page);
    }

    private static SegmentRow row(
            SegmentDefined segment,
            List<CustomerOnDay> now,
            Standpoint at,
            List<CustomerOnDay> before,
            Standpoint earlier,
            CustomerRisks.Known risks) {
        var subject = new FigureSubject().with(SegmentFigures.SEGMENT, segment.segmentId());
        // What was before is explained by the definition of the day asked about.
        var subject30 = subject.with(SegmentFigures.DEFINED, at.asOf().day());
        return new SegmentRow(
                segment.segmentId(),
                segment.name(),
                Figure.of(now.size(), SegmentFigures.CUSTOMERS, at, "subject", subject.toString()),
                Figure.of(before.size(), SegmentFigures.CUSTOMERS, earlier, "subject", subject30.toString()),
                revenue(now, SegmentFigures.REVENUE, subject, at),
                revenue(before, SegmentFigures.REVENUE, subject30, earlier),
                revenue(
                        now.stream()
                                .filter(row -> risks.isPoor(row.customerId()))
                                .toList(),
                        SegmentFigures.AT_RISK,
                        subject,
                        at));
    }

    private static List<MoneyFigure> revenue(
            Collection<CustomerOnDay> rows, String figure, FigureSubject subject, Standpoint at) {
        var sums = new TreeMap<String, Long>();
        rows.forEach(row -> row.revenue().forEach((currency, amount) -> sums.merge(currency, amount, Math::addExact)));
        return sums.entrySet().stream()
                .map(sum -> new MoneyFigure(
                        sum.getKey(),
                        Figure.of(
                                sum.getValue(),
                                figure,
                                at,
                                "subject",
                                subject.with(SegmentFigures.CURRENCY, sum.getKey())
                                        .toString())))
                .toList();
    }
}
