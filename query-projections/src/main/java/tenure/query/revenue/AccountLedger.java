package tenure.query.revenue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.query.revenue.RevenueFact.Kind;
import tenure.query.revenue.Span.Paid;

/** The contracts of one customer. */
final class AccountLedger {

    /** A fact with the moment it happened. */
    record Entry(Instant occurredAt, RevenueFact fact) {}

    /**
     * A churn.
     *
     * @param on        first day without service
     * @param reason    code of why: of the exit interview when there was one, else as it was first told
     * @param positions of the churn, and of the interview
     */
    record Departure(LocalDate on, String reason, List<Long> positions) {}

    private final String customerId;
    private final TreeMap<String, LicenseLedger> licenses = new TreeMap<>();
    private final TreeMap<LocalDate, Boolean> away = new TreeMap<>();
    private final List<Departure> departures = new ArrayList<>();
    private final Map<String, @Nullable String> profile = new TreeMap<>();

    private AccountLedger(String customerId) {
        this.customerId = customerId;
    }

    /**
     * The contracts that these facts speak of.
     *
     * @param entries in the order of the log
     */
    static AccountLedger of(String customerId, List<Entry> entries) {
        var account = new AccountLedger(customerId);
        entries.forEach(entry -> account.take(entry.fact()));
        entries.stream()
                .filter(entry -> entry.fact().kind() == Kind.PROFILE)
                .sorted(Comparator.comparing(Entry::occurredAt)
                        .thenComparingLong(entry -> entry.fact().position()))
                .forEach(entry -> account.profile.putAll(entry.fact().properties()));
        account.licenses.values().forEach(license -> license.settled(account.away));
        return account;
    }

    private void take(RevenueFact fact) {
        switch (fact.kind()) {
            case PROFILE -> {
                // Of these the time decides, not the place in the log.
            }
            case CHURNED -> {
                var day = requireNonNull(fact.day());
                away.put(day, true);
                departures.add(new Departure(day, requireNonNull(fact.reason()), List.of(fact.position())));
            }
            case WON_BACK -> away.put(requireNonNull(fact.day()), false);
            case INTERVIEWED -> {
                if (!departures.isEmpty()) {
                    var last = departures.removeLast();
                    departures.add(new Departure(
                            last.on(),
                            requireNonNull(fact.reason()),
                            List.of(last.positions().getFirst(), fact.position())));
                }
            }
            default ->
                licenses.computeIfAbsent(fact.licenseId(), LicenseLedger::new).take(fact);
        }
    }

    String customerId() {
        return customerId;
    }

    Iterable<LicenseLedger> licenses() {
        return licenses.values();
    }

    /** A property of its profile; null when it has none of that name. */
    @Nullable String property(String name) {
        return profile.get(name);
    }

    /** The currencies that it has contracts in, in the order of their codes. */
    Set<String> currencies() {
        var currencies = new TreeSet<String>();
        licenses.values().stream()
                .filter(license -> !license.spans().isEmpty())
                .forEach(license -> currencies.add(license.currency()));
        return currencies;
    }

    /** The last churn that took effect in {@code [from, to]}. */
    Optional<Departure> departure(LocalDate from, LocalDate to) {
        return departures.stream()
                .filter(departure ->
                        !departure.on().isBefore(from) && !departure.on().isAfter(to))
                .max(Comparator.comparing(Departure::on)
                        .thenComparingLong(departure -> departure.positions().getFirst()));
    }

    boolean isAwayOn(LocalDate day) {
        var last = away.floorEntry(day);
        return last != null && last.getValue();
    }

    /**
     * What it pays per month on a day; null when it is under no contract. Gaps of so many days at most, within a license
     * or between one and the next, count as paid like before them.
     *
     * @param currency of the contracts that count; null: any, and then the amount means nothing
     */
    @Nullable Paid on(LocalDate day, @Nullable String currency, int allowedGapDays) {
        var paid = sum(day, currency, allowedGapDays);
        if (paid != null) {
            return paid;
        }
        LocalDate ended = null;
        LocalDate begins = null;
        for (var license : licenses.values()) {
            for (var span : spans(license, currency)) {
                if (!span.to().isAfter(day) && (ended == null || span.to().isAfter(ended))) {
                    ended = span.to();
                }
                if (span.from().isAfter(day) && (begins == null || span.from().isBefore(begins))) {
                    begins = span.from();
                }
            }
        }
        if (ended == null || begins == null || ended.plusDays(allowedGapDays).isBefore(begins)) {
            return null;
        }
        return sum(ended.minusDays(1), currency, allowedGapDays);
    }

    private @Nullable Paid sum(LocalDate day, @Nullable String currency, int allowedGapDays) {
        var byPlan = new TreeMap<String, Long>();
        var positions = new TreeSet<Long>();
        long sum = 0;
        for (var license : licenses.values()) {
            var paid = currency == null || currency.equals(license.currency()) ? license.on(day, allowedGapDays) : null;
            if (paid != null) {
                sum = Math.addExact(sum, paid.minorUnits());
                byPlan.merge(paid.plan(), paid.minorUnits(), Math::addExact);
                positions.addAll(paid.positions());
            }
        }
        if (byPlan.isEmpty()) {
            return null;
        }
        var most = byPlan.entrySet().iterator().next();
        for (var plan : byPlan.entrySet()) {
            most = plan.getValue() > most.getValue() ? plan : most;
        }
        return new Paid(sum, most.getKey(), List.copyOf(positions));
    }

    /** The first day under contract; null when there is none. */
    @Nullable LocalDate firstDay(@Nullable String currency) {
        return licenses.values().stream()
                .flatMap(license -> spans(license, currency).stream())
                .map(Span::from)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<Span> spans(LicenseLedger license, @Nullable String currency) {
        return currency == null || currency.equals(license.currency()) ? license.spans() : List.of();
    }

    /** Positions of what ended contracts: cancellations, and churn in {@code (after, upTo]}. */
    List<Long> endings(LocalDate after, LocalDate upTo) {
        var positions = new TreeSet<Long>();
        departures.stream()
                .filter(departure ->
                        departure.on().isAfter(after) && !departure.on().isAfter(upTo))
                .forEach(departure -> positions.addAll(departure.positions()));
        licenses.values().stream()
                .filter(license -> license.isCancelledBy(upTo) && !license.isCancelledBy(after))
                .forEach(license -> positions.add(license.cancelledAt()));
        return List.copyOf(positions);
    }
}
