package tenure.query.revenue;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.revenue.Renewals.DueRenewal;
import tenure.query.revenue.Renewals.LossReason;
import tenure.query.revenue.Renewals.RenewalSums;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource.Asked;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.FigureSubject;
import tenure.query.shared.Money;
import tenure.query.shared.Question;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/** Gathers the renewals that were due in a range. */
@Component
class RenewalReader {

    private final RevenueAccounts accounts;

    RenewalReader(RevenueAccounts accounts) {
        this.accounts = accounts;
    }

    /** The range, and the page of the list that is wanted. */
    record Query(
            LocalDate from, LocalDate to, int gap, @Nullable String currency, long after, int limit) {

        /** By default the quarter that begins with the month of the day asked about. */
        static Query of(Question question) {
            var from = FindRevenue.otherwise(
                    question.day("from"), question.asOf().day().withDayOfMonth(1));
            var to = FindRevenue.otherwise(question.day("to"), from.plusMonths(3));
            FindRevenue.checkRange(from, to);
            return new Query(
                    from,
                    to,
                    FindRevenue.gap(question),
                    FindRevenue.currency(question),
                    question.cursor(0),
                    question.limit(100));
        }

        boolean wants(String code) {
            return currency == null || currency.equals(code);
        }
    }

    /** To be called in a transaction. */
    Renewals read(Query query, Standpoint at) {
        var due = new ArrayList<Renewal>();
        var start = new TreeMap<String, Long>();
        accounts.each(at, null, account -> {
            for (var currency : account.currencies()) {
                var paid = account.on(query.from(), currency, query.gap());
                if (paid != null && query.wants(currency)) {
                    start.merge(currency, paid.minorUnits(), Math::addExact);
                }
            }
            Renewal.of(account, query.from(), query.to(), query.gap(), at.asOf().day()).stream()
                    .filter(renewal -> query.wants(renewal.currency()))
                    .forEach(due::add);
        });
        due.sort(comparing(Renewal::dueOn).thenComparing(Renewal::customerId).thenComparing(Renewal::licenseId));
        var byCurrency = new TreeMap<String, List<Renewal>>();
        due.forEach(renewal -> byCurrency
                .computeIfAbsent(renewal.currency(), code -> new ArrayList<>())
                .add(renewal));
        var sums = new ArrayList<RenewalSums>();
        byCurrency.forEach((currency, renewals) ->
                sums.add(new Summing(query, at, currency, renewals).sums(start.getOrDefault(currency, 0L))));
        var end = Math.min(due.size(), query.after() + query.limit());
        return new Renewals(
                at.asOf().day(),
                at.position(),
                query.from(),
                query.to(),
                query.gap(),
                sums,
                due.size(),
                end < due.size() ? Question.cursorAfter(end) : null,
                due.stream()
                        .skip(query.after())
                        .limit(query.limit())
                        .map(RenewalReader::shown)
                        .toList());
    }

    private static DueRenewal shown(Renewal renewal) {
        return new DueRenewal(
                renewal.customerId(),
                renewal.licenseId(),
                renewal.plan(),
                renewal.dueOn(),
                new Money(renewal.currency(), renewal.target()),
                renewal.outcome(),
                renewal.renewedOn() == null ? null : new Money(renewal.currency(), renewal.renewed()),
                renewal.renewedOn(),
                renewal.notice(),
                renewal.reason());
    }

    /** Adds up the renewals in one currency. */
    private record Summing(Query query, Standpoint at, String currency, List<Renewal> renewals) {

        RenewalSums sums(long startOfRange) {
            var decided = figure(RenewalPart.DECIDED, false);
            var churn = figure(RenewalPart.CHURN, false);
            var kept = figure(RenewalPart.KEPT, false);
            var start = Figure.of(
                    startOfRange,
                    Tally.name(Part.START, ""),
                    at,
                    "subject",
                    subject().toString(),
                    "from",
                    query.from().toString());
            return new RenewalSums(
                    currency,
                    figure(RenewalPart.DUE, false),
                    figure(RenewalPart.DUE, true),
                    figure(RenewalPart.OPEN, false),
                    figure(RenewalPart.OPEN_WITH_NOTICE, false),
                    kept,
                    figure(RenewalPart.LOST, false),
                    figure(RenewalPart.LOST, true),
                    figure(RenewalPart.DOWNSELL, false),
                    figure(RenewalPart.EXPANSION, false),
                    Rate.of(kept, decided),
                    Rate.of(figure(RenewalPart.KEPT, true), figure(RenewalPart.DECIDED, true)),
                    Rate.of(churn, decided),
                    Rate.of(churn, start),
                    reasons());
        }

        private List<LossReason> reasons() {
            var lost = new TreeMap<String, List<Renewal>>();
            renewals.stream()
                    .filter(RenewalPart.LOST::has)
                    .forEach(renewal -> lost.computeIfAbsent(reasonOf(renewal), code -> new ArrayList<>())
                            .add(renewal));
            return lost.entrySet().stream()
                    .map(this::reason)
                    .sorted(comparingLong(reason -> -reason.lost().value()))
                    .toList();
        }

        private LossReason reason(Map.Entry<String, List<Renewal>> lost) {
            var subject = subject().with("reason", lost.getKey());
            return new LossReason(
                    lost.getKey().isEmpty() ? null : lost.getKey(),
                    figure(RenewalPart.LOST, false, lost.getValue(), subject),
                    figure(RenewalPart.LOST, true, lost.getValue(), subject));
        }

        private FigureSubject subject() {
            return new FigureSubject()
                    .with("to", query.to())
                    .with("gap", query.gap())
                    .with("currency", currency);
        }

        private Figure figure(RenewalPart part, boolean terms) {
            return figure(part, terms, renewals, subject());
        }

        private Figure figure(RenewalPart part, boolean terms, List<Renewal> of, FigureSubject subject) {
            long value = 0;
            for (var renewal : of) {
                value = Math.addExact(value, counts(part, terms, renewal));
            }
            return Figure.of(
                    value,
                    part.figure(terms),
                    at,
                    "subject",
                    subject.toString(),
                    "from",
                    query.from().toString());
        }
    }

    private static long counts(RenewalPart part, boolean terms, Renewal renewal) {
        return !part.has(renewal) ? 0 : terms ? 1 : part.amount(renewal);
    }

    private static String reasonOf(Renewal renewal) {
        var reason = renewal.reason();
        return reason == null ? "" : reason;
    }

    /** The renewals behind a figure. */
    List<Evidence> evidence(Asked asked) {
        var subject = FigureSubject.of(asked.subject());
        var to = subject.day("to");
        var from = asked.from();
        var currency = subject.text("currency");
        if (from == null || to == null || currency == null) {
            throw FigureSubject.refusal();
        }
        var gap = subject.number("gap", FindRevenue.DEFAULT_GAP);
        var reason = subject.text("reason");
        var part = RenewalPart.of(asked.figure());
        var terms = RenewalPart.isInTerms(asked.figure());
        var found = new ArrayList<Evidence>();
        accounts.each(asked.at(), asked.customerId(), account -> {
            var today = asked.at().asOf().day();
            for (var renewal : Renewal.of(account, from, to, gap, today)) {
                if (part.has(renewal)
                        && renewal.currency().equals(currency)
                        && (reason == null || reason.equals(reasonOf(renewal)))) {
                    found.add(new Evidence(renewal.licenseId(), counts(part, terms, renewal), renewal.positions()));
                }
            }
        });
        return found;
    }
}
