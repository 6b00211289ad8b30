package tenure.query.revenue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.revenue.FindRevenue.Slice;
import tenure.query.revenue.Revenue.RevenueGroup;
import tenure.query.shared.FigureSource.Asked;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.FigureSubject;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Compares the contracts of all customers on two days. */
@Component
class RevenueReader {

    private static final int MAX_GROUPS = 200;

    private final RevenueAccounts accounts;

    RevenueReader(RevenueAccounts accounts) {
        this.accounts = accounts;
    }

    /** To be called in a transaction. */
    Revenue read(FindRevenue query, Standpoint at) {
        var whole = new Tally(query, query.whole(), null);
        var months = query.months(at.asOf()).stream()
                .map(month -> new Tally(query, month, null))
                .toList();
        var groups = new TreeMap<@Nullable String, Tally>(Comparator.nullsLast(Comparator.naturalOrder()));
        accounts.each(at, null, account -> {
            count(account, query, at, whole);
            months.forEach(month -> count(account, query, at, month));
            if (query.breakdown() != null) {
                var to = query.whole().comparedOn(at.asOf());
                var byGroup = new Groups(account, query.from(), to, query.gap(), query.breakdown());
                tally(groups, query, byGroup.of(query.currency()))
                        .add(movement(account, query.whole(), at, query.currency(), query.gap()));
                currencies(account, query)
                        .forEach(currency -> tally(groups, query, byGroup.of(currency))
                                .add(currency, movement(account, query.whole(), at, currency, query.gap())));
            }
        });
        var found = new ArrayList<RevenueGroup>();
        groups.forEach((value, tally) -> found.add(new RevenueGroup(value, tally.period(at))));
        return new Revenue(
                at.asOf().day(),
                at.position(),
                query.from(),
                query.to(),
                query.gap(),
                query.breakdown(),
                whole.period(at),
                months.stream().map(month -> month.period(at)).toList(),
                found);
    }

    private static void count(AccountLedger account, FindRevenue query, Standpoint at, Tally tally) {
        tally.add(movement(account, tally.slice(), at, query.currency(), query.gap()));
        currencies(account, query)
                .forEach(currency -> tally.add(currency, movement(account, tally.slice(), at, currency, query.gap())));
    }

    private static Tally tally(Map<@Nullable String, Tally> groups, FindRevenue query, @Nullable String value) {
        if (groups.size() >= MAX_GROUPS && !groups.containsKey(value)) {
            throw Refusals.badParameter(
                    "breakdown",
                    "TOO_MANY_VALUES",
                    "'" + query.breakdown() + "' has more than " + MAX_GROUPS + " values; choose another property.");
        }
        return groups.computeIfAbsent(value, name -> new Tally(query, query.whole(), new Tally.Group(name)));
    }

    private static List<String> currencies(AccountLedger account, FindRevenue query) {
        return account.currencies().stream()
                .filter(currency -> query.currency() == null || query.currency().equals(currency))
                .toList();
    }

    private static Movement movement(
            AccountLedger account, Slice slice, Standpoint at, @Nullable String currency, int gap) {
        return Movement.of(account, slice.from(), slice.comparedOn(at.asOf()), currency, gap);
    }

    /** The customers behind a figure. */
    List<Evidence> evidence(Asked asked) {
        var subject = FigureSubject.of(asked.subject());
        var to = subject.day("to");
        var from = asked.from();
        if (from == null || to == null) {
            throw FigureSubject.refusal();
        }
        var currency = subject.text("currency");
        var gap = subject.number("gap", FindRevenue.DEFAULT_GAP);
        var breakdown = subject.text("breakdown");
        var part = Tally.part(asked.figure());
        var customers = asked.figure().endsWith("-customers");
        var found = new ArrayList<Evidence>();
        accounts.each(asked.at(), asked.customerId(), account -> {
            var movement = Movement.of(account, from, to, currency, gap);
            if (part.has(movement)
                    && (breakdown == null
                            || Objects.equals(
                                    new Groups(account, from, to, gap, breakdown).of(currency),
                                    subject.text("value")))) {
                found.add(new Evidence(
                        account.customerId(), customers ? 1 : part.amount(movement), movement.positions()));
            }
        });
        return found;
    }
}
