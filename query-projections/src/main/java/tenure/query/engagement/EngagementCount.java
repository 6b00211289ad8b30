package tenure.query.engagement;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.engagement.Engagement.AccountEngagement;
import tenure.query.engagement.Engagement.CustomersByBasis;
import tenure.query.engagement.Engagement.LifecycleOfInterval;
import tenure.query.engagement.Engagement.OfClass;
import tenure.query.engagement.Engagement.UserEngagement;
import tenure.query.shared.Figure;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/** Counts the engagement of customers that come one at a time. */
final class EngagementCount {

    private static final int WEEK = 7;
    private static final int MONTH = 28;

    private final FindEngagement query;
    private final Standpoint at;
    private final LocalDate asOf;
    private final Tally tally;
    private final Map<Basis, Long> customers = new EnumMap<>(Basis.class);
    private final Supplier<UserEngagement> users;
    private final Supplier<AccountEngagement> accounts;

    /** What is asked, with the number of days of the histogram and the intervals of the lifecycle. */
    record FindEngagement(
            @Nullable String customerId, boolean workingDays, int days, Interval interval, int intervals) {}

    EngagementCount(FindEngagement query, Standpoint at) {
        this.query = query;
        this.at = at;
        this.asOf = at.asOf().day();
        this.tally = new Tally(at, query.customerId());
        this.users = users();
        this.accounts = accounts();
    }

    void add(Activity customer) {
        int day = Days.number(asOf);
        customers.merge(customer.basis(day), 1L, Long::sum);
        customer.units(day).forEach(tally::add);
    }

    Engagement engagement() {
        return new Engagement(
                asOf,
                at.position(),
                query.customerId(),
                new CustomersByBasis(
                        customers.getOrDefault(Basis.PERSONS, 0L),
                        customers.getOrDefault(Basis.TOTALS, 0L),
                        customers.getOrDefault(Basis.NONE, 0L)),
                customers.containsKey(Basis.PERSONS) ? users.get() : null,
                accounts.get());
    }

    private Supplier<UserEngagement> users() {
        var workingDays = query.workingDays() ? Measure.WORKING_DAYS : null;
        var daily = count(Measure.ACTIVE_USERS, null, 1);
        var weekly = count(Measure.ACTIVE_USERS, null, WEEK);
        var monthly = count(Measure.ACTIVE_USERS, null, MONTH);
        var dailyOfMonthly =
                rate(count(Measure.ACTIVE_DAYS, workingDays, MONTH), count(Measure.POSSIBLE_DAYS, workingDays, MONTH));
        var dailyOfWeekly =
                rate(count(Measure.ACTIVE_DAYS, workingDays, WEEK), count(Measure.POSSIBLE_DAYS, workingDays, WEEK));
        var weeklyOfMonthly = rate(
                count(Measure.ACTIVE_WEEKS, workingDays, MONTH), count(Measure.POSSIBLE_WEEKS, workingDays, MONTH));
        var activeOn = all(IntStream.rangeClosed(0, query.days())
                .mapToObj(days -> count(Measure.ACTIVE_ON, String.valueOf(days), query.days())));
        var byClass = byClass(Measure.USERS_OF_CLASS);
        var lifecycle = lifecycle(Measure.USERS_IN_STATE);
        return () -> new UserEngagement(
                daily.get(),
                weekly.get(),
                monthly.get(),
                query.workingDays(),
                dailyOfMonthly.get(),
                dailyOfWeekly.get(),
                weeklyOfMonthly.get(),
                activeOn.get(),
                byClass.get(),
                lifecycle.get());
    }

    private Supplier<AccountEngagement> accounts() {
        var byClass = byClass(Measure.ACCOUNTS_OF_CLASS);
        var lifecycle = lifecycle(Measure.ACCOUNTS_IN_STATE);
        return () -> new AccountEngagement(byClass.get(), lifecycle.get());
    }

    private Supplier<List<OfClass>> byClass(String name) {
        return all(Stream.of(Consistency.values()).map(consistency -> {
            var count = count(name, consistency.word(), Consistency.DAYS);
            return () -> new OfClass(consistency, count.get());
        }));
    }

    /** Whole intervals, the last of which ends with the day asked about. */
    private Supplier<List<LifecycleOfInterval>> lifecycle(String name) {
        int days = query.interval().days;
        return all(IntStream.range(0, query.intervals())
                .mapToObj(interval -> asOf.plusDays(1).minusDays((long) days * (query.intervals() - interval)))
                .map(from -> {
                    var active = count(name, Measure.ACTIVE + '/' + days, from);
                    var newlyCreated = count(name, Measure.subject(Lifecycle.NEW, days), from);
                    var returning = count(name, Measure.subject(Lifecycle.RETURNING, days), from);
                    var resurrecting = count(name, Measure.subject(Lifecycle.RESURRECTING, days), from);
                    var dormant = count(name, Measure.subject(Lifecycle.DORMANT, days), from);
                    var pulse = rate(count(name, Measure.GAINED + '/' + days, from), dormant);
                    return () -> new LifecycleOfInterval(
                            from,
                            from.plusDays(days),
                            active.get(),
                            newlyCreated.get(),
                            returning.get(),
                            resurrecting.get(),
                            dormant.get(),
                            pulse.get());
                }));
    }

    private Supplier<Figure> count(String name, @Nullable String subject, int days) {
        return count(name, subject, asOf.minusDays(days - 1));
    }

    private Supplier<Figure> count(String name, @Nullable String subject, LocalDate from) {
        return tally.count(Measure.of(name, subject, from, asOf));
    }

    private static Supplier<Rate> rate(Supplier<Figure> of, Supplier<Figure> among) {
        return () -> Rate.of(of.get(), among.get());
    }

    private static <A> Supplier<List<A>> all(Stream<Supplier<A>> parts) {
        var suppliers = parts.toList();
        return () -> suppliers.stream().map(Supplier::get).toList();
    }
}
