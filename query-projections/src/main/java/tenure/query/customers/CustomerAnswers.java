package tenure.query.customers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tenure.domain.segment.event.SegmentDefined;
import tenure.query.customers.CustomerPage.Churn;
import tenure.query.customers.CustomerPage.Departure;
import tenure.query.customers.CustomerPage.LifeStep;
import tenure.query.customers.Totals.TotalFigures;
import tenure.query.customers.Usage.UsageDay;
import tenure.query.life.LivesProjection;
import tenure.query.people.DaysOfUse;
import tenure.query.shared.AsOf;
import tenure.query.shared.CustomerRisks;
import tenure.query.shared.Money;
import tenure.query.shared.Near;
import tenure.query.shared.Question;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Answers what is asked of customers, from a standpoint. To be used within one transaction. */
@Component
class CustomerAnswers {

    private final Portfolios portfolios;
    private final ObjectProvider<CustomerRisks> risks;

    CustomerAnswers(Portfolios portfolios, ObjectProvider<CustomerRisks> risks) {
        this.portfolios = portfolios;
        this.risks = risks;
    }

    /** Names of the projections that rows are computed from. */
    List<String> projections() {
        var names = new ArrayList<String>();
        names.add(LivesProjection.NAME);
        risks.ifAvailable(view -> names.addAll(view.projections()));
        return names;
    }

    CustomerList list(FindCustomers query, Standpoint at) {
        var segment = query.segment() == null ? null : segment(query.segment(), at);
        var view = risks.getIfAvailable();
        var known = view == null ? new CustomerRisks.Known(at.position(), "", Map.of()) : view.at(at);
        var wanted = portfolios.on(at).inOrder(query.sort(), query.descending(), known.risks()).stream()
                .filter(row -> query.wants(row, segment))
                .toList();
        var page = wanted.stream()
                .skip(query.after())
                .limit(query.limit())
                .map(row -> CustomerRow.of(
                        row, figures(at, row.customerId()), known.risks().get(row.customerId())))
                .toList();
        var end = query.after() + page.size();
        return new CustomerList(
                at.asOf().day(),
                at.position(),
                known.position(),
                wanted.size(),
                end < wanted.size() ? Question.cursorAfter(end) : null,
                page);
    }

    private SegmentDefined segment(String segmentId, Standpoint at) {
        var catalogue = portfolios.catalogue(at);
        var defined = catalogue.segment(segmentId, Days.of(at.asOf().day()));
        if (defined == null) {
            throw Refusals.badParameter(
                    "segment",
                    "UNKNOWN_VALUE",
                    "There was no segment '" + segmentId + "' by then." + Near.hint(segmentId, catalogue.segments()));
        }
        return defined;
    }

    private static CustomerFigures.Of figures(Standpoint at, @Nullable String customerId) {
        return new CustomerFigures.Of(at, customerId);
    }

    /** One customer; nothing when it had not signed up by the day. */
    Optional<CustomerPage> customer(String customerId, Standpoint at) {
        var digest = portfolios.digest(customerId, at);
        int day = Days.of(at.asOf().day());
        var found = digest == null ? null : CustomerOnDay.of(digest, day);
        if (found == null) {
            return Optional.empty();
        }
        var churn = found.churn();
        var view = risks.getIfAvailable();
        return Optional.of(new CustomerPage(
                at.asOf().day(),
                at.position(),
                CustomerRow.of(found, figures(at, customerId), view == null ? null : view.of(customerId, at)),
                new TreeMap<>(found.known().profile()),
                churn == null ? null : Churn.of(churn),
                found.digest().contracts().terms(day),
                LifeStep.of(found),
                Departure.of(found.digest().departures(), day)));
    }

    /**
     * What a customer did in {@code [from, to)}; nothing when it had not signed up by the day.
     *
     * @param to not after the day that follows the one asked about
     */
    Optional<Usage> usage(String customerId, LocalDate from, LocalDate to, Standpoint at) {
        var days = portfolios.fold(customerId, at, (life, definitions) -> {
            boolean isKnown = new Identity(life.events()).on(Days.of(at.asOf().day())) != null;
            return isKnown ? DaysOfUse.of(life).days() : null;
        });
        if (days == null) {
            return Optional.empty();
        }
        var wanted = days.subMap(from, to);
        var until = new Standpoint(new AsOf(to.minusDays(1)), at.position());
        long actions =
                wanted.values().stream().mapToLong(DaysOfUse.Day::actions).sum();
        return Optional.of(new Usage(
                at.asOf().day(),
                at.position(),
                customerId,
                from,
                to,
                figures(until, customerId).usage(actions, Days.of(from)),
                wanted.entrySet().stream()
                        .map(day -> new UsageDay(
                                day.getKey(),
                                day.getValue().activeUsers(),
                                day.getValue().actions(),
                                day.getValue().features()))
                        .toList()));
    }

    /** The plans of all terms in force, in alphabetical order. */
    List<String> plans(Standpoint at) {
        var plans = new TreeSet<String>();
        for (var digest : portfolios.digests(at)) {
            digest.contracts().on(Days.of(at.asOf().day())).forEach(term -> plans.add(term.plan()));
        }
        return List.copyOf(plans);
    }

    Totals totals(Standpoint at) {
        int day = Days.of(at.asOf().day());
        long live = 0;
        long churned = 0;
        long seats = 0;
        var sums = new TreeMap<String, Long>();
        for (var digest : portfolios.digests(at)) {
            if (digest.identity().on(day) != null) {
                boolean gone = digest.departures().gone(day);
                live += gone ? 0 : 1;
                churned += gone ? 1 : 0;
            }
            for (var term : digest.contracts().on(day)) {
                seats += term.seats();
                sums.merge(term.currency(), term.monthlyMinorUnits(), Math::addExact);
            }
        }
        var revenue = sums.entrySet().stream()
                .map(sum -> new Money(sum.getKey(), sum.getValue()))
                .toList();
        var figures = figures(at, null);
        return new Totals(
                at.asOf().day(),
                at.position(),
                live,
                seats,
                revenue,
                churned,
                new TotalFigures(
                        figures.live(live),
                        figures.seats(seats),
                        revenue.stream().map(figures::revenue).toList(),
                        figures.churned(churned)));
    }
}
