package tenure.query.engagement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tenure.query.engagement.Engagement.CustomersByBasis;
import tenure.query.engagement.Retention.RetentionCohort;
import tenure.query.shared.Figure;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/** Counts the cohorts of customers that come one at a time. */
final class RetentionCount {

    private final @Nullable String customerId;
    private final boolean ofUsers;
    private final Standpoint at;
    private final LocalDate asOf;
    private final int begin;

    /** Last days of the months. */
    private final List<Integer> ends = new ArrayList<>();

    private final List<Cohort> cohorts = new ArrayList<>();
    private final Map<Basis, Long> customers = new EnumMap<>(Basis.class);

    /** Who was first active in a month, by the number of months after it. */
    private record Cohort(YearMonth month, Tally tally, List<Supplier<Figure>> months) {}

    RetentionCount(@Nullable String customerId, boolean ofUsers, YearMonth first, Standpoint at) {
        this.customerId = customerId;
        this.ofUsers = ofUsers;
        this.at = at;
        this.asOf = at.asOf().day();
        this.begin = Days.number(first.atDay(1));
        var last = YearMonth.from(asOf);
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            var tally = new Tally(at, customerId);
            var months = new ArrayList<Supplier<Figure>>();
            for (long later = 0; later <= month.until(last, ChronoUnit.MONTHS); later++) {
                months.add(tally.count(Measure.of(
                        ofUsers ? Measure.USERS_RETAINED : Measure.ACCOUNTS_RETAINED,
                        String.valueOf(later),
                        month.atDay(1),
                        asOf)));
            }
            cohorts.add(new Cohort(month, tally, months));
            ends.add(Days.number(month.atEndOfMonth()));
        }
    }

    void add(Activity customer) {
        int day = Days.number(asOf);
        customers.merge(customer.basis(day), 1L, Long::sum);
        for (var unit : customer.units(day)) {
            int firstActiveOn = unit.firstActiveOn();
            if (unit.isUser() == ofUsers && firstActiveOn >= begin && firstActiveOn != Days.NEVER) {
                cohortOf(firstActiveOn).tally.add(unit);
            }
        }
    }

    private Cohort cohortOf(int day) {
        int found = Collections.binarySearch(ends, day);
        return cohorts.get(found < 0 ? -found - 1 : found);
    }

    Retention retention() {
        var rows = new ArrayList<RetentionCohort>();
        cohorts.forEach(cohort -> rows.add(row(cohort)));
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

    private RetentionCohort row(Cohort cohort) {
        var size = cohort.months.getFirst().get();
        var months = new ArrayList<@Nullable Rate>();
        for (int later = 0; later < cohort.months.size(); later++) {
            var over = !cohort.month.plusMonths(later).atEndOfMonth().isAfter(asOf);
            months.add(over ? Rate.of(cohort.months.get(later).get(), size) : null);
        }
        return new RetentionCohort(cohort.month, size, months);
    }
}
