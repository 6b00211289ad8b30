package tenure.query.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Facts.Agreed;

/** What one customer has bought: a fold of what was agreed, in the order of the log. */
final class Contracts {

    private record Term(String licenseId, LocalDate startsOn, LocalDate endsOn, int seats, String plan) {}

    private final List<Agreed> agreed;
    private final TreeMap<String, Term> terms = new TreeMap<>();
    private final TreeMap<String, LocalDate> ends = new TreeMap<>();

    Contracts(List<Agreed> agreed) {
        this.agreed = agreed;
        for (var fact : agreed) {
            var endsOn = fact.endsOn();
            if (endsOn != null && fact.seats() != null && fact.plan() != null) {
                terms.put(
                        fact.licenseId() + ' ' + fact.startsOn(),
                        new Term(fact.licenseId(), fact.startsOn(), endsOn, fact.seats(), fact.plan()));
            } else if (fact.kind().equals("end")) {
                ends.put(fact.licenseId(), fact.startsOn());
            }
        }
    }

    /** The first day of the first term; null when nothing was sold. */
    @Nullable LocalDate startsOn() {
        return terms.values().stream()
                .map(Term::startsOn)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The first moment of the first term. */
    @Nullable Instant startsAt() {
        var startsOn = startsOn();
        return startsOn == null ? null : startsOn.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The month in which the first term begins. */
    @Nullable YearMonth cohort() {
        var startsOn = startsOn();
        return startsOn == null ? null : YearMonth.from(startsOn);
    }

    /** Seats under contract on a day, over all licences. */
    long seatsOn(LocalDate day) {
        return inForce(day).stream()
                .mapToLong(term -> agreed.stream()
                        .filter(fact -> fact.seats() != null && isChange(fact, term, day))
                        .max(Comparator.comparing(Agreed::startsOn).thenComparingLong(Agreed::position))
                        .map(Agreed::seats)
                        .orElse(term.seats()))
                .sum();
    }

    /** The plans in force on a day, in alphabetical order; null when there is none. */
    @Nullable String planOn(LocalDate day) {
        var plans = new TreeSet<String>();
        for (var term : inForce(day)) {
            plans.add(agreed.stream()
                    .filter(fact -> fact.plan() != null && isChange(fact, term, day))
                    .max(Comparator.comparing(Agreed::startsOn).thenComparingLong(Agreed::position))
                    .map(Agreed::plan)
                    .orElse(term.plan()));
        }
        return plans.isEmpty() ? null : String.join(", ", plans);
    }

    private static boolean isChange(Agreed fact, Term term, LocalDate day) {
        return fact.kind().equals("change")
                && fact.licenseId().equals(term.licenseId())
                && !fact.startsOn().isBefore(term.startsOn())
                && !fact.startsOn().isAfter(day);
    }

    private List<Term> inForce(LocalDate day) {
        return terms.values().stream()
                .filter(term -> !term.startsOn().isAfter(day) && term.endsOn().isAfter(day))
                .filter(term -> {
                    var end = ends.get(term.licenseId());
                    return end == null || end.isAfter(day);
                })
                .toList();
    }

    /** The events that say so, oldest first. */
    List<Long> positions() {
        return agreed.stream().map(Agreed::position).toList();
    }
}
