package tenure.query.revenue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.revenue.RevenueRetention.CohortTable;
import tenure.query.revenue.RevenueRetention.RevenueCohort;
import tenure.query.revenue.RevenueRetention.Unit;
import tenure.query.shared.AsOf;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource.Asked;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.FigureSubject;
import tenure.query.shared.Question;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/** Follows customers by the month of their first day under contract. */
@Component
class CohortReader {

    static final String KEPT = "revenue.cohort-kept";
    static final String SIZE = "revenue.cohort-size";

    private static final int DEFAULT_MONTHS = 24;

    private final RevenueAccounts accounts;

    CohortReader(RevenueAccounts accounts) {
        this.accounts = accounts;
    }

    /** The cohorts that are wanted. */
    record Query(
            Unit unit,
            LocalDate from,
            LocalDate to,
            int gap,
            @Nullable String currency) {

        /** By default the cohorts of the last 24 months. */
        static Query of(Question question) {
            var asOf = question.asOf().day();
            var dayAfter = asOf.plusDays(1);
            var askedTo = FindRevenue.otherwise(question.day("to"), dayAfter);
            var to = askedTo.isAfter(dayAfter) ? dayAfter : askedTo;
            var from = FindRevenue.otherwise(
                            question.day("from"), to.withDayOfMonth(1).minusMonths(DEFAULT_MONTHS - 1))
                    .withDayOfMonth(1);
            FindRevenue.checkRange(from, to);
            var unit = question.choice("unit", Unit.class, Unit.ACCOUNTS);
            return new Query(unit, from, to, FindRevenue.gap(question), FindRevenue.currency(question));
        }
    }

    /** What a customer had on its first day and some months later; null: nothing. */
    private record Member(
            String customerId, String currency, LocalDate firstDay, AccountLedger account, Unit unit, int gap) {

        /** Null when it was under no contract then. */
        @Nullable Evidence after(int months) {
            var paid = account.on(firstDay.plusMonths(months), currency.isEmpty() ? null : currency, gap);
            return paid == null
                    ? null
                    : new Evidence(customerId, unit == Unit.ACCOUNTS ? 1 : paid.minorUnits(), paid.positions());
        }

        long countsAfter(int months) {
            var evidence = after(months);
            return evidence == null ? 0 : evidence.counts();
        }
    }

    /** Whether everybody who began in a month has come so far. */
    static boolean isClosed(YearMonth month, int after, AsOf asOf) {
        return !month.atEndOfMonth().plusMonths(after).isAfter(asOf.day());
    }

    /** Sums by months since the first day. */
    private static final class Sums {
        private long customers;
        private final List<Long> left = new ArrayList<>();
    }

    /** To be called in a transaction. */
    RevenueRetention read(Query query, Standpoint at) {
        var tables = new TreeMap<String, TreeMap<YearMonth, Sums>>();
        if (query.unit() == Unit.ACCOUNTS) {
            tables.put(query.currency() == null ? "" : query.currency(), new TreeMap<>());
        }
        accounts.each(
                at,
                null,
                account -> members(account, query, at.asOf()).forEach(member -> {
                    var month = YearMonth.from(member.firstDay());
                    var sums = tables.computeIfAbsent(member.currency(), code -> new TreeMap<>())
                            .computeIfAbsent(month, begin -> new Sums());
                    sums.customers++;
                    for (int months = 0; months <= length(month, at.asOf()); months++) {
                        long counts =
                                isClosed(month, months, at.asOf()) || months == 0 ? member.countsAfter(months) : 0;
                        if (months < sums.left.size()) {
                            sums.left.set(months, Math.addExact(sums.left.get(months), counts));
                        } else {
                            sums.left.add(counts);
                        }
                    }
                }));
        var found = new ArrayList<CohortTable>();
        tables.forEach((currency, cohorts) -> found.add(new Drawing(query, at, currency).table(cohorts)));
        return new RevenueRetention(
                at.asOf().day(), at.position(), query.unit(), query.from(), query.to(), query.gap(), found);
    }

    private static List<Member> members(AccountLedger account, Query query, AsOf asOf) {
        var currencies = query.unit() == Unit.ACCOUNTS
                ? List.of(query.currency() == null ? "" : query.currency())
                : account.currencies().stream()
                        .filter(code ->
                                query.currency() == null || query.currency().equals(code))
                        .toList();
        var members = new ArrayList<Member>();
        for (var currency : currencies) {
            var first = account.firstDay(currency.isEmpty() ? null : currency);
            if (first != null
                    && !first.isBefore(query.from())
                    && first.isBefore(query.to())
                    && !first.isAfter(asOf.day())) {
                members.add(new Member(account.customerId(), currency, first, account, query.unit(), query.gap()));
            }
        }
        return members;
    }

    private static int length(YearMonth month, AsOf asOf) {
        return (int) ChronoUnit.MONTHS.between(month, YearMonth.from(asOf.day()));
    }

    /** Draws one table. */
    private record Drawing(Query query, Standpoint at, String currency) {

        CohortTable table(TreeMap<YearMonth, Sums> cohorts) {
            var drawn = new ArrayList<RevenueCohort>();
            cohorts.forEach((month, sums) -> drawn.add(cohort(month, sums)));
            return new CohortTable(currency.isEmpty() ? null : currency, mean(cohorts), drawn);
        }

        private RevenueCohort cohort(YearMonth month, Sums sums) {
            var size = figure(SIZE, sums.left.getFirst(), month, null, query.unit());
            var cells = new ArrayList<@Nullable Rate>();
            for (int months = 0; months < sums.left.size(); months++) {
                cells.add(
                        isClosed(month, months, at.asOf())
                                ? Rate.of(figure(KEPT, sums.left.get(months), month, months, query.unit()), size)
                                : null);
            }
            return new RevenueCohort(
                    month.atDay(1), figure(SIZE, sums.customers, month, null, Unit.ACCOUNTS), size, cells);
        }

        private List<@Nullable Rate> mean(TreeMap<YearMonth, Sums> cohorts) {
            var mean = new ArrayList<@Nullable Rate>();
            int longest = cohorts.isEmpty() ? -1 : length(cohorts.firstKey(), at.asOf());
            for (int months = 0; months <= longest; months++) {
                long left = 0;
                long size = 0;
                boolean any = false;
                for (var cohort : cohorts.entrySet()) {
                    if (isClosed(cohort.getKey(), months, at.asOf())) {
                        any = true;
                        left = Math.addExact(left, cohort.getValue().left.get(months));
                        size = Math.addExact(size, cohort.getValue().left.getFirst());
                    }
                }
                mean.add(
                        any
                                ? Rate.of(
                                        figure(KEPT, left, null, months, query.unit()),
                                        figure(SIZE, size, null, months, query.unit()))
                                : null);
            }
            return mean;
        }

        private Figure figure(String name, long value, @Nullable YearMonth month, @Nullable Integer after, Unit unit) {
            var subject = new FigureSubject()
                    .with("to", query.to())
                    .with("gap", query.gap())
                    .with("unit", unit.word())
                    .with("currency", currency.isEmpty() ? null : currency)
                    .with("month", month)
                    .with("after", after);
            return Figure.of(
                    value,
                    name,
                    at,
                    "subject",
                    subject.toString(),
                    "from",
                    query.from().toString());
        }
    }

    /** The customers behind a figure: of one cohort, or of all that have come so far. */
    List<Evidence> evidence(Asked asked) {
        var subject = FigureSubject.of(asked.subject());
        var to = subject.day("to");
        var from = asked.from();
        if (from == null || to == null) {
            throw FigureSubject.refusal();
        }
        var unit = Unit.REVENUE.word().equals(subject.text("unit")) ? Unit.REVENUE : Unit.ACCOUNTS;
        var query = new Query(unit, from, to, subject.number("gap", FindRevenue.DEFAULT_GAP), subject.text("currency"));
        var month = subject.text("month");
        var after = subject.number("after", 0);
        var asOf = asked.at().asOf();
        var found = new ArrayList<Evidence>();
        accounts.each(
                asked.at(),
                asked.customerId(),
                account -> members(account, query, asOf).forEach(member -> {
                    var begin = YearMonth.from(member.firstDay());
                    var wanted = month == null ? isClosed(begin, after, asOf) : month.equals(begin.toString());
                    var evidence = wanted ? member.after(asked.figure().equals(SIZE) ? 0 : after) : null;
                    if (evidence != null) {
                        found.add(evidence);
                    }
                }));
        return found;
    }
}
