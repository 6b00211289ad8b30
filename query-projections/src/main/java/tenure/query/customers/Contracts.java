package tenure.query.customers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.customers.Agreed.Kind;
import tenure.query.customers.CustomerPage.Term;
import tenure.query.shared.Money;

/** What a customer has bought, on every day. A customer that is gone has nothing. */
final class Contracts {

    private final Departures departures;
    private final Map<String, List<Agreed>> licenses = new TreeMap<>();

    /**
     * Takes what was agreed.
     *
     * @param agreed in the order of the log
     */
    Contracts(Departures departures, List<Agreed> agreed) {
        this.departures = departures;
        for (var fact : agreed) {
            licenses.computeIfAbsent(fact.licenseId(), id -> new ArrayList<>(4)).add(fact);
        }
    }

    /**
     * What a license gives on a day.
     *
     * @param pricePerSeat per month, in the smallest unit of the currency
     * @param endsOn       first day after the term
     * @param positions    events that say so, oldest first: the sale or renewal, and the last changes in it
     */
    record InForce(
            String licenseId,
            String plan,
            long seats,
            long pricePerSeat,
            String currency,
            int endsOn,
            List<Long> positions) {

        long monthlyMinorUnits() {
            return Math.multiplyExact(seats, pricePerSeat);
        }
    }

    /** The terms in force on a day, by license. */
    List<InForce> on(int day) {
        if (licenses.isEmpty() || departures.gone(day)) {
            return List.of();
        }
        var inForce = new ArrayList<InForce>(licenses.size());
        for (var facts : licenses.values()) {
            var term = isCancelled(facts, day) ? null : term(facts, day);
            if (term != null) {
                inForce.add(inForce(facts, term, day));
            }
        }
        return inForce;
    }

    long seatsOn(int day) {
        return on(day).stream().mapToLong(InForce::seats).sum();
    }

    /** What was told last of its end, even if that took back an earlier one. */
    private static boolean isCancelled(List<Agreed> facts, int day) {
        Agreed last = null;
        for (var fact : facts) {
            last = fact.kind() == Kind.CANCELLATION && fact.toldOn() <= day ? fact : last;
        }
        return last != null && last.day() <= day;
    }

    private static @Nullable Agreed term(List<Agreed> facts, int day) {
        Agreed term = null;
        for (var fact : facts) {
            if (fact.kind() == Kind.TERM && fact.countsOn(day) && fact.endsOn() > day && fact.replaces(term)) {
                term = fact;
            }
        }
        return term;
    }

    private static InForce inForce(List<Agreed> facts, Agreed term, int day) {
        var now = Current.of(facts, term, day);
        return new InForce(
                term.licenseId(),
                now.plan().plan(),
                now.seats().seats(),
                now.price().pricePerSeat(),
                term.currency(),
                term.endsOn(),
                Stream.of(term, now.seats(), now.plan())
                        .map(Agreed::position)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Which facts say what a term gives on a day. */
    private record Current(Agreed seats, Agreed plan, Agreed price) {

        static Current of(List<Agreed> facts, Agreed term, int day) {
            Agreed seats = null;
            Agreed plan = null;
            var price = term;
            for (var fact : facts) {
                if ((fact.kind() == Kind.SEATS || fact.kind() == Kind.PLAN)
                        && fact.countsOn(day)
                        && fact.day() >= term.day()
                        && fact.day() < term.endsOn()) {
                    if (fact.kind() == Kind.SEATS) {
                        seats = fact.replaces(seats) ? fact : seats;
                    } else {
                        plan = fact.replaces(plan) ? fact : plan;
                    }
                    price = fact.replaces(price) ? fact : price;
                }
            }
            return new Current(Objects.requireNonNullElse(seats, term), Objects.requireNonNullElse(plan, term), price);
        }
    }

    /** The first day of the first term that counts; {@link Days#NEVER} when none does. */
    int soldOn(int day) {
        int sold = Days.NEVER;
        for (var facts : licenses.values()) {
            for (var fact : facts) {
                if (fact.kind() == Kind.TERM && fact.countsOn(day)) {
                    sold = Math.min(sold, fact.since());
                }
            }
        }
        return sold;
    }

    /** Since when the next end of a term has been near, with nothing agreed for the time after; never when it is not so. */
    int renewalDueSince(int day) {
        int since = Days.NEVER;
        for (var term : on(day)) {
            var facts = licenses.getOrDefault(term.licenseId(), List.of());
            boolean goesOn = facts.stream()
                    .anyMatch(fact -> fact.kind() == Kind.TERM && fact.toldOn() <= day && fact.day() >= term.endsOn());
            for (var fact : facts) {
                if (!goesOn
                        && fact.kind() == Kind.RENEWAL_WINDOW
                        && fact.day() == term.endsOn()
                        && fact.toldOn() <= day) {
                    since = Math.min(since, fact.toldOn());
                }
            }
        }
        return since;
    }

    /** The days on which what is in force may be something else than before. */
    SortedSet<Integer> daysOfChange() {
        var days = new TreeSet<>(departures.days());
        for (var facts : licenses.values()) {
            for (var fact : facts) {
                days.add(fact.since());
                if (fact.kind() == Kind.TERM) {
                    days.add(fact.endsOn());
                }
            }
        }
        return days;
    }

    /** Every term that had been sold by a day, newest first. */
    List<Term> terms(int day) {
        var terms = new ArrayList<Term>();
        for (var facts : licenses.values()) {
            var sold = new LinkedHashMap<Integer, Agreed>();
            for (var fact : facts) {
                if (fact.kind() == Kind.TERM && fact.toldOn() <= day) {
                    sold.put(fact.day(), fact);
                }
            }
            sold.values().forEach(term -> terms.add(term(facts, term, product(facts), day)));
        }
        terms.sort(Comparator.comparing(Term::startsOn).reversed().thenComparing(Term::licenseId));
        return terms;
    }

    private static @Nullable String product(List<Agreed> facts) {
        return facts.stream()
                .map(Agreed::product)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Term term(List<Agreed> facts, Agreed term, @Nullable String product, int day) {
        var now = Current.of(facts, term, day);
        var endedEarlyOn = endedEarlyOn(facts, term, day);
        var startsOn = LocalDate.ofEpochDay(term.day());
        var endsOn = LocalDate.ofEpochDay(term.endsOn());
        long price = now.price().pricePerSeat();
        return new Term(
                term.licenseId(),
                product,
                now.plan().plan(),
                now.seats().seats(),
                new Money(term.currency(), price),
                new Money(term.currency(), Math.multiplyExact(price, (long)
                        now.seats().seats())),
                startsOn,
                endsOn,
                endedEarlyOn,
                TermState.of(startsOn, endsOn, endedEarlyOn, LocalDate.ofEpochDay(day)),
                term.autoRenew());
    }

    private static @Nullable LocalDate endedEarlyOn(List<Agreed> facts, Agreed term, int day) {
        Agreed last = null;
        for (var fact : facts) {
            last = fact.kind() == Kind.CANCELLATION && fact.toldOn() <= day ? fact : last;
        }
        return last != null && last.day() <= day && last.day() >= term.day() && last.day() < term.endsOn()
                ? LocalDate.ofEpochDay(last.day())
                : null;
    }
}
