package tenure.query.revenue;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.life.Life;
import tenure.query.life.LifeDigests;
import tenure.query.life.LifeViews;
import tenure.query.revenue.AccountLedger.Entry;
import tenure.query.shared.Standpoint;

/** The contracts of customers as they are seen from a standpoint. */
@Component
class RevenueAccounts {

    private static final String VIEW = "revenue";

    private final LifeViews views;
    private final LifeDigests<Contracts> contracts;

    RevenueAccounts(LifeViews views) {
        this.views = views;
        this.contracts = views.digests(VIEW, (life, definitions) -> contracts(life));
    }

    /**
     * What was ever agreed with a customer.
     *
     * @param all  the contracts with all of it
     * @param last when the last of it happened
     */
    private record Contracts(String customerId, List<Entry> entries, AccountLedger all, Instant last) {

        @Nullable AccountLedger before(Instant end) {
            if (last.isBefore(end)) {
                return all;
            }
            var some = entries.stream()
                    .filter(entry -> entry.occurredAt().isBefore(end))
                    .toList();
            return some.isEmpty() ? null : AccountLedger.of(customerId, some);
        }
    }

    private static @Nullable Contracts contracts(Life life) {
        var entries = life.events().stream()
                .flatMap(event -> RevenueFacts.of(event).stream().map(fact -> new Entry(event.occurredAt(), fact)))
                .toList();
        return entries.isEmpty()
                ? null
                : new Contracts(
                        life.customerId(),
                        entries,
                        AccountLedger.of(life.customerId(), entries),
                        entries.stream()
                                .map(Entry::occurredAt)
                                .max(Instant::compareTo)
                                .orElseThrow());
    }

    /**
     * Gives the contracts of every customer, in the order of their ids. To be called in a transaction.
     *
     * @param customerId only this one; null: all
     */
    void each(Standpoint at, @Nullable String customerId, Consumer<AccountLedger> receiver) {
        if (customerId == null) {
            contracts.at(at.position()).forEach(of -> give(of, at, receiver));
        } else {
            give(views.of(VIEW, customerId, at.position(), (life, definitions) -> contracts(life)), at, receiver);
        }
    }

    private static void give(@Nullable Contracts of, Standpoint at, Consumer<AccountLedger> receiver) {
        var seen = of == null ? null : of.before(at.asOf().end());
        if (seen != null) {
            receiver.accept(seen);
        }
    }
}
