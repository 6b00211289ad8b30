package tenure.query.engagement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenure.query.engagement.Engagement.CustomersByBasis;
import tenure.query.engagement.Measure.Tally;
import tenure.query.engagement.Retention.RetentionCohort;
import tenure.query.people.CustomerPeople;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/** Counts the cohorts of customers that come one at a time. */
final class RetentionCount {

    private final @Nullable String customerId;
    private final boolean ofUsers;
    private final Standpoint at;
    private final LocalDate asOf;
    private final YearMonth first;
    private final List<List<Tally>> cohorts = new ArrayList<>();
    private final Map<Basis, Long> customers = new EnumMap<>(Basis.class);

    RetentionCount(@Nullable String customerId, boolean ofUsers, YearMonth first, Standpoint at) {
        this.customerId = customerId;
        this.ofUsers = ofUsers;
        this.at = at;
        this.asOf = at.asOf().day();
        this.first = first;
        for (var month = first; !month.isAfter(YearMonth.from(asOf)); month = month.plusMonths(1)) {
            var cohort = new ArrayList<Tally>();
            for (long later = 0; later <= month.until(YearMonth.from(asOf), ChronoUnit.MONTHS); later++) {
                cohort.add(new Tally(Measure.of(
                        ofUsers ? Measure.USERS_RETAINED : Measure.ACCOUNTS_RETAINED,
                        String.valueOf(later),
                        month.atDay(1),
                        asOf)));
            }
            cohorts.add(cohort);
        }
    }

    /** First day of which uses must be read. */
    LocalDate readFrom() {
        return first.atDay(1);
    }

    void add(CustomerPeople customer) {
        customers.merge(Basis.of(customer), 1L, Long::sum);
        for (var unit : Unit.of(customer, asOf)) {
            var firstActiveOn = unit.firstActiveOn();
            long cohort = firstActiveOn == null ? -1 : first.until(YearMonth.from(firstActiveOn), ChronoUnit.MONTHS);
            if (cohort >= 0) {
                cohorts.get((int) cohort).forEach(tally -> tally.add(unit));
            }
        }
    }

    Retention retention() {
        var rows = new ArrayList<RetentionCohort>();
        for (int index = 0; index < cohorts.size(); index++) {
            rows.add(row(first.plusMonths(index), cohorts.get(index)));
        }
        return new Retention(
                asOf,
                at.position(),
                customerId,
                ofUsers ? "users" : "accounts",
                new CustomersByBasis(
                        customers.getOrDefault(Basis.PERSONS, 0L),
                        customers.getOrDefault(Basis.TOTALS, 0L),
                        customers.getOrDefault(Basis.NONE, 0L)),
                ofUsers && !customers.containsKey(Basis.PERSONS) ? null : rows);
    }

    private RetentionCohort row(YearMonth month, List<Tally> tallies) {
        var size = tallies.getFirst().figure(at, customerId);
        var months = new ArrayList<@Nullable Rate>();
        for (int later = 0; later < tallies.size(); later++) {
            var over = !month.plusMonths(later).atEndOfMonth().isAfter(asOf);
            months.add(over ? Rate.of(tallies.get(later).figure(at, customerId), size) : null);
        }
        return new RetentionCohort(month, size, months);
    }
}
